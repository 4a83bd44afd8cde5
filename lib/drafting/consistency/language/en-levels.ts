/**
 * Places that exclude each other within a group. A row is "value: wording | wording". Numbered places (vertebrae, liver
 * segments, ribs, clock positions, teeth) are read by rules, not listed.
 */
export const enLevels: Readonly<Record<string, string>> = {
  lobe: `
    upper lobe: upper lobe | superior lobe | apical segment
    middle lobe: middle lobe
    lower lobe: lower lobe | inferior lobe
    lingula: lingula | lingular
  `,
  "brain lobe": `
    frontal lobe: frontal lobe | frontal | frontal cortex
    parietal lobe: parietal lobe | parietal
    temporal lobe: temporal lobe | temporal
    occipital lobe: occipital lobe | occipital
    insula: insula | insular | insular cortex
    cerebellum: cerebellum | cerebellar
    frontoparietal: frontoparietal
    temporoparietal: temporoparietal
    parietooccipital: parietooccipital | parieto occipital
    frontotemporal: frontotemporal
  `,
  "deep brain": `
    thalamus: thalamus | thalamic
    putamen: putamen | putaminal
    caudate: caudate | caudate nucleus | caudate head
    pallidum: globus pallidus | pallidum | pallidal
    pons: pons | pontine
    midbrain: midbrain | mesencephalon | mesencephalic
    medulla: medulla oblongata
    corpus callosum: corpus callosum | callosal
    internal capsule: internal capsule
    corona radiata: corona radiata
    hippocampus: hippocampus | hippocampal
    amygdala: amygdala
  `,
  "white matter": `
    periventricular: periventricular
    juxtacortical: juxtacortical
    subcortical: subcortical
    infratentorial: infratentorial
    supratentorial: supratentorial
  `,
  meninges: `
    epidural: epidural | extradural
    subdural: subdural
    subarachnoid: subarachnoid
    intraventricular: intraventricular
    intraparenchymal: intraparenchymal | intracerebral
  `,
  "spinal compartment": `
    extramedullary: extramedullary
    intramedullary: intramedullary
  `,
  zone: `
    upper zone: upper zone | upper lung zone
    middle zone: mid zone | middle zone | midzone | mid lung zone
    lower zone: lower zone | lower lung zone
    peripheral zone: peripheral zone
    transition zone: transition zone | transitional zone
    central zone: central zone
    anterior stroma: anterior fibromuscular stroma
  `,
  quadrant: `
    upper outer: upper outer quadrant | outer upper quadrant | superolateral quadrant | upper outer
    upper inner: upper inner quadrant | inner upper quadrant | superomedial quadrant | upper inner
    lower outer: lower outer quadrant | outer lower quadrant | inferolateral quadrant | lower outer
    lower inner: lower inner quadrant | inner lower quadrant | inferomedial quadrant | lower inner
    retroareolar: retroareolar | subareolar
  `,
  "abdominal quadrant": `
    upper quadrant: upper quadrant
    lower quadrant: lower quadrant | iliac fossa
  `,
  pole: `
    upper pole: upper pole | superior pole | upper polar
    lower pole: lower pole | inferior pole | lower polar
    interpolar: interpolar | interpole | mid pole | mid kidney | midpole
  `,
  colon: `
    cecum: cecum | cecal
    ascending colon: ascending colon
    hepatic flexure: hepatic flexure
    transverse colon: transverse colon
    splenic flexure: splenic flexure
    descending colon: descending colon
    sigmoid: sigmoid | sigmoid colon
    rectum: rectum | rectal
    rectosigmoid: rectosigmoid
  `,
  "small bowel": `
    duodenum: duodenum | duodenal
    jejunum: jejunum | jejunal
    ileum: ileum | ileal | terminal ileum
  `,
  pancreas: `
    head: pancreatic head | head of the pancreas | head of pancreas
    neck: pancreatic neck | neck of the pancreas
    body: pancreatic body | body of the pancreas
    tail: pancreatic tail | tail of the pancreas
    uncinate process: uncinate process
  `,
  stomach: `
    fundus: gastric fundus | fundus of the stomach
    body: gastric body | body of the stomach
    antrum: gastric antrum | antrum | antral
    cardia: cardia
    pylorus: pylorus | pyloric
    greater curvature: greater curvature
    lesser curvature: lesser curvature
  `,
  aorta: `
    ascending: ascending aorta | ascending thoracic aorta | ascending
    arch: aortic arch
    descending: descending aorta | descending thoracic aorta | descending
    abdominal: abdominal aorta
    suprarenal: suprarenal
    infrarenal: infrarenal | infrarenal aorta
  `,
  third: `
    proximal: proximal | proximally | proximal third | proximal part
    middle: mid third | middle third | midshaft | mid shaft | mid portion | midportion | mid
    distal: distal | distally | distal third | distal part
    upper: upper third
    lower: lower third
  `,
  "long bone": `
    epiphysis: epiphysis | epiphyseal
    metaphysis: metaphysis | metaphyseal
    diaphysis: diaphysis | diaphyseal | shaft
    apophysis: apophysis | apophyseal
    femoral neck: femoral neck | neck of the femur | neck of femur
    femoral head: femoral head | head of the femur
    surgical neck: surgical neck
    intertrochanteric: intertrochanteric
    subtrochanteric: subtrochanteric
    supracondylar: supracondylar
  `,
  "front and back": `
    anterior: anterior | anteriorly | ventral | ventrally | volar | volarly | palmar
    posterior: posterior | posteriorly | dorsal | dorsally
    anterolateral: anterolateral
    posterolateral: posterolateral
    anteromedial: anteromedial
    posteromedial: posteromedial
  `,
  "middle and side": `
    medial: medial | medially | mesial
    lateral: lateral | laterally
    inner: inner
    outer: outer
  `,
  "top and bottom": `
    superior: superior | superiorly | cranial | cranially | upper | cephalad
    inferior: inferior | inferiorly | caudal | caudally | lower | caudad
    middle: middle | central portion
  `,
  "base and apex": `
    base: base | basal | bibasal | basilar | bibasilar | lung base
    mid gland: mid gland | midgland
    apex: apex | apical | biapical | lung apex
  `,
  "spine region": `
    cervical: cervical | cervical spine
    thoracic: thoracic spine | dorsal spine | thoracic vertebra | thoracic cord | midthoracic
    lumbar: lumbar | lumbar spine
    sacral: sacral | sacrum
    coccyx: coccyx | coccygeal
  `,
  "disc position": `
    paracentral: paracentral | paramedian
    foraminal: foraminal
    extraforaminal: extraforaminal | far lateral
  `,
  "heart chamber": `
    atrium: atrium | atrial
    ventricle: ventricle | ventricular
  `,
  "heart wall": `
    septal: septal | septum | interventricular septum
    inferior wall: inferior wall | inferior segment
    anterior wall: anterior wall | anterior segment
    lateral wall: lateral wall | lateral segment
    apical wall: apical wall | apical cap
  `,
  "wall depth": `
    subendocardial: subendocardial | subendocardium
    mid-wall: mid wall | midwall | mid myocardial | midmyocardial
    subepicardial: subepicardial | subepicardium
    transmural: transmural
  `,
  "heart valve": `
    mitral: mitral
    aortic valve: aortic valve | aortic stenosis | aortic regurgitation | aortic insufficiency
    tricuspid: tricuspid
    pulmonary valve: pulmonary valve | pulmonic valve
  `,
  "coronary artery": `
    LAD: left anterior descending | anterior descending | lad | anterior interventricular
    circumflex: circumflex | lcx
    RCA: rca | right coronary
    main stem: left main | main stem | left main stem
  `,
  "cerebral artery": `
    middle cerebral: middle cerebral artery | middle cerebral | mca
    anterior cerebral: anterior cerebral artery | anterior cerebral
    posterior cerebral: posterior cerebral artery | posterior cerebral
    basilar: basilar artery
    anterior communicating: anterior communicating
    posterior communicating: posterior communicating
    internal carotid: internal carotid
    external carotid: external carotid
    common carotid: common carotid
    vertebral artery: vertebral artery
    carotid terminus: carotid terminus
  `,
  "abdominal artery": `
    celiac: celiac | celiac trunk | celiac axis | celiac artery
    SMA: superior mesenteric | sma | smv
    IMA: inferior mesenteric
    renal artery: renal artery
    splenic artery: splenic artery
    hepatic artery: hepatic artery
    gastroduodenal: gastroduodenal
  `,
  "leg vein": `
    femoral vein: femoral vein | common femoral vein | superficial femoral vein
    popliteal vein: popliteal vein
    iliac vein: iliac vein | external iliac vein | common iliac vein
    calf vein: calf vein | tibial vein | peroneal vein | soleal vein
    saphenous vein: saphenous vein | saphenous | great saphenous vein
  `,
  "rotator cuff": `
    supraspinatus: supraspinatus
    infraspinatus: infraspinatus
    subscapularis: subscapularis
    teres minor: teres minor
  `,
  "knee ligament": `
    ACL: anterior cruciate ligament | anterior cruciate | acl
    PCL: posterior cruciate ligament | posterior cruciate | pcl
    MCL: medial collateral ligament | mcl
    LCL: lateral collateral ligament | lcl
    MCL-LCL: both collateral ligaments | collateral ligaments
    ACL-PCL: both cruciate ligaments | cruciate ligaments
  `,
  "ankle ligament": `
    anterior talofibular: anterior talofibular
    calcaneofibular: calcaneofibular
    posterior talofibular: posterior talofibular
    deltoid: deltoid ligament
  `,
  meniscus: `
    anterior horn: anterior horn
    posterior horn: posterior horn
    meniscal body: meniscal body | body of the meniscus
    meniscal root: meniscal root | root of the meniscus | posterior root
  `,
  "knee compartment": `
    medial compartment: medial compartment | medial tibiofemoral
    lateral compartment: lateral compartment | lateral tibiofemoral
    patellofemoral: patellofemoral
  `,
  "carpal bone": `
    scaphoid: scaphoid
    lunate: lunate
    triquetrum: triquetrum | triquetral
    pisiform: pisiform
    trapezium: trapezium
    trapezoid: trapezoid
    capitate: capitate
    hamate: hamate
  `,
  "tarsal bone": `
    calcaneus: calcaneus | calcaneal
    talus: talus | talar | talar dome
    navicular: navicular
    cuboid: cuboid
    cuneiform: cuneiform
  `,
  "forearm bone": `
    radius: radius | radial
    ulna: ulna | ulnar
  `,
  "leg bone": `
    tibia: tibia | tibial
    fibula: fibula | fibular
  `,
  malleolus: `
    medial malleolus: medial malleolus
    lateral malleolus: lateral malleolus
    posterior malleolus: posterior malleolus
  `,
  phalanx: `
    proximal phalanx: proximal phalanx
    middle phalanx: middle phalanx
    distal phalanx: distal phalanx | terminal phalanx
  `,
  digit: `
    thumb: thumb
    index finger: index finger
    middle finger: middle finger
    ring finger: ring finger
    little finger: little finger | small finger
  `,
  sinus: `
    maxillary: maxillary sinus | maxillary antrum | maxillary
    frontal sinus: frontal sinus
    ethmoid: ethmoid | ethmoidal
    sphenoid: sphenoid | sphenoidal
  `,
  hepatic: `
    caudate lobe: caudate lobe
    quadrate lobe: quadrate lobe
  `,
  "bile duct": `
    intrahepatic: intrahepatic
    extrahepatic: extrahepatic
    common bile duct: common bile duct | cbd
    cystic duct: cystic duct
  `,
  ureter: `
    ureter: ureter | ureteric | ureteral
    renal pelvis: renal pelvis
    ureteropelvic: ureteropelvic junction | pelviureteric junction | upj | puj
    ureterovesical: ureterovesical junction | vesicoureteric junction | uvj | vuj
  `,
  uterus: `
    submucosal: submucosal | submucous
    intramural: intramural
    subserosal: subserosal | subserous
    uterine fundus: uterine fundus
    cervix: cervix | uterine cervix
  `,
  mediastinum: `
    anterior mediastinum: anterior mediastinum | anterior mediastinal | prevascular
    middle mediastinum: middle mediastinum | middle mediastinal
    posterior mediastinum: posterior mediastinum | posterior mediastinal
    superior mediastinum: superior mediastinum
  `,
  "node station": `
    subcarinal: subcarinal
    paratracheal: paratracheal
    hilar: hilar | hilum
    supraclavicular: supraclavicular
    axillary: axillary | axilla
    inguinal: inguinal
    paraaortic: paraaortic | para aortic | retroperitoneal
    mesenteric node: mesenteric node
    aortopulmonary: aortopulmonary window
  `,
  retina: `
    macula: macula | macular | fovea | foveal
    optic disc: optic disc | optic nerve head
    peripheral retina: peripheral retina
    superotemporal: superotemporal
    inferotemporal: inferotemporal
    superonasal: superonasal
    inferonasal: inferonasal
  `,
  "retinal depth": `
    intraretinal: intraretinal | within the retina
    subretinal: subretinal
    preretinal: preretinal
  `,
  jaw: `
    mandible: mandible | mandibular
    maxilla: maxilla
  `,
  tooth: `
    incisor: incisor
    canine: canine
    premolar: premolar
    molar: molar
  `,
  ear: `
    malleus: malleus
    incus: incus
    stapes: stapes
    cochlea: cochlea | cochlear
  `,
  esophagus: `
    cervical esophagus: cervical esophagus
    distal esophagus: distal esophagus | lower esophagus
    mid esophagus: mid esophagus | middle esophagus
  `,
  thyroid: `
    isthmus: isthmus
  `,
  half: `
    upper half: upper half | superior half
    lower half: lower half | inferior half
    outer half: outer half | lateral half
    inner half: inner half | medial half
    anterior half: anterior half
    posterior half: posterior half
  `,
  depth: `
    superficial: superficial
    deep: deep
  `,
  centre: `
    centrilobular: centrilobular
    perilymphatic: perilymphatic
    paraseptal: paraseptal
    panlobular: panlobular | panacinar
    subpleural: subpleural
    perihilar: perihilar | parahilar
  `,
  lumen: `
    true lumen: true lumen | true
    false lumen: false lumen | false
  `,
};

/** Wordings that look like a place and name something else; nothing is read from them. */
export const enNotLevel =
  "lateral view | lateral radiograph | lateral projection | lateral ventricle | lateral decubitus | cerebral ventricle | third ventricle | fourth ventricle | ventricular system | frontal view | frontal radiograph | frontal chest | frontal and lateral | pa and lateral | ap and lateral | anterior view | posterior view | lateral film | radial tear | radial scar | celiac disease | frontal projection | temporal to | temporal change | temporal evolution | temporal to the fovea | basal ganglia | basal cell | deep vein | basal cistern | inferior vena cava | superior vena cava | vena cava | in the region | large vessel | lower limb | upper limb | lower extremity | upper extremity | upper abdomen | lower abdomen | middle ear | inner ear | frontal image | lateral image | frontal film | lateral spot film | lateral aspect of the image | anterior chamber | posterior chamber | posterior pole | temporal bone | deep brain | deeply | true positive | false positive | false negative | medial temporal | pulmonary artery base | lateral mediastinal | cervical lymph | cervical node";
