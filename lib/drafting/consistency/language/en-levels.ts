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
    medial: medial | medially | mesial | inner | inward | inwards
    lateral: lateral | laterally | outer | outward | outwards
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
    posterior wall: posterior wall | posterior segment
    anteroseptal: anteroseptal
    inferoseptal: inferoseptal
    anterolateral: anterolateral wall
    inferolateral: inferolateral wall | inferolateral
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
    main stem: left main coronary | main stem | left main stem
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
    SMA: superior mesenteric artery | sma
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
  sinus: `
    maxillary: maxillary sinus | maxillary antrum | maxillary
    frontal sinus: frontal sinus
    ethmoid: ethmoid | ethmoidal
    sphenoid: sphenoid | sphenoidal
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
  `,
  "retinal quadrant": `
    superotemporal: superotemporal | superotemporally | upper temporal
    inferotemporal: inferotemporal | inferotemporally | lower temporal
    superonasal: superonasal | superonasally | upper nasal
    inferonasal: inferonasal | inferonasally | lower nasal
  `,
  "middle cerebral segment": `
    M1: m1 | m1 segment
    M2: m2 | m2 segment
    M3: m3 | m3 segment
  `,
  "inside and outside": `
    intratesticular: intratesticular
    extratesticular: extratesticular | paratesticular
  `,
  "inside the capsule": `
    intracapsular: intracapsular
    extracapsular: extracapsular
  `,
  "inside the joint": `
    intraarticular: intra articular | intraarticular
    extraarticular: extra articular | extraarticular
  `,
  "inside the axis": `
    intraaxial: intra axial | intraaxial
    extraaxial: extra axial | extraaxial
  `,
  bronchus: `
    main bronchus: main bronchus | main stem bronchus | mainstem bronchus
    lower lobe bronchus: lower lobe bronchus
    upper lobe bronchus: upper lobe bronchus
    bronchus intermedius: bronchus intermedius | intermediate bronchus
  `,
  "lung distribution": `
    central: perihilar | peribronchovascular | central and peribronchovascular
    peripheral: subpleural | peripheral and subpleural
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
    cervical esophagus: cervical esophagus | proximal esophagus | upper esophagus
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
  "upper panel | lower panel | middle panel | top panel | bottom panel | upper row | lower row | upper image | lower image | oblique cranial | oblique caudal | caudal projection | cranial projection | caudal view | cranial view | cranial angulation | caudal angulation | cranial fossa | rectal bleeding | rectal exam | lateral view | lateral radiograph | lateral projection | lateral ventricle | lateral decubitus | cerebral ventricle | third ventricle | fourth ventricle | ventricular system | frontal view | frontal radiograph | frontal chest | frontal and lateral | pa and lateral | ap and lateral | anterior view | posterior view | lateral film | radial tear | radial scar | celiac disease | frontal projection | temporal to | temporal change | temporal evolution | temporal to the fovea | basal ganglia | basal cell | deep vein | basal cistern | inferior vena cava | superior vena cava | vena cava | in the region | large vessel | lower limb | upper limb | lower extremity | upper extremity | upper abdomen | lower abdomen | middle ear | inner ear | frontal image | lateral image | frontal film | lateral spot film | lateral aspect of the image | anterior chamber | posterior chamber | posterior pole | temporal bone | deep brain | deeply | true positive | false positive | false negative | medial temporal | pulmonary artery base | lateral mediastinal | cervical lymph | cervical node";
