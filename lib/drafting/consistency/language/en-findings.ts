/** Findings and how they look. A row is "name: synonym | synonym ^ wider name". */
export const enFindings = `
  lesion: lesions | abnormality | focus | foci | abnormal area
  mass: tumor | neoplasm | growth | space occupying lesion | tumour | neoplastic ^ lesion
  nodule: nodular ^ lesion
  cyst: cystic ^ lesion
  polyp: polypoid ^ lesion
  collection: fluid collection | pocket of fluid | fluid pocket
  fluid: effusion | liquid
  pleural effusion: pleural fluid | hydrothorax ^ fluid
  ascites: free fluid | free peritoneal fluid | intraperitoneal fluid ^ fluid
  pericardial effusion: pericardial fluid ^ fluid
  joint effusion: joint fluid | hydrarthrosis ^ fluid
  stone: calculus | calculi | lithiasis | gallstone | cholelithiasis | urolithiasis | nephrolithiasis | concretion
  calcification: calcified | calcific | calcium
  microcalcification: microcalcifications
  hemorrhage: hemorrhagic | bleed | bleeding | blood
  hematoma: hematomas ^ hemorrhage
  thrombus: thrombosis | thrombosed | clot | thrombotic | thrombi
  embolus: embolism | emboli | embolic ^ thrombus
  occlusion: occluded | obstructed vessel
  stenosis: stenotic | stenosed | narrowing | narrowed | stricture | strictured
  aneurysm: aneurysmal
  dissection: dissected | intimal flap | dissection flap | flap
  infarction: infarct | infarcted
  ischemia: ischemic
  stroke: cerebrovascular accident
  fragmentation: fragmented | broken into pieces | fragment
  fracture: broken | fractured | fractures | cortical break | fracture line
  dislocation: dislocated | luxation
  subluxation: subluxed
  tear: torn | rupture | ruptured | tearing | disrupted | disruption | discontinuity
  avulsion: avulsed
  displacement: displaced | displacing | displaces | shift | shifted | deviation | deviated | pushed
  angulation: angulated | tilted | tilt
  retraction: retracted
  dilatation: dilated | dilation | distended | distension | ectasia | ectatic | distention
  enlargement: enlarged | swollen | swelling | megaly | increased in size
  cardiomegaly: enlarged heart | cardiac enlargement | heart enlargement ^ enlargement
  hepatomegaly: enlarged liver ^ enlargement
  splenomegaly: enlarged spleen ^ enlargement
  lymphadenopathy: adenopathy | enlarged lymph node | enlarged lymph nodes | enlarged nodes | enlarged node ^ lymph node
  thickening: thickened | thick | thick walled
  thinning: thinned | thin walled
  atrophy: atrophic | volume loss | wasting
  hypertrophy: hypertrophic | hypertrophied
  hyperplasia: hyperplastic
  edema: edematous
  inflammation: inflammatory | inflamed
  infection: infected | infectious
  abscess: abscesses
  stranding: stranded | fat stranding | infiltration of the fat
  consolidation: consolidated | airspace disease | airspace opacity | airspace opacification
  opacity: opacification | opacified | opaque | shadowing density
  ground glass: ground glass opacity | hazy opacity
  atelectasis: collapse | collapsed | atelectatic | passive atelectasis
  pneumothorax: pneumothoraces | air in the pleural space
  pneumonia: pneumonic
  emphysema: emphysematous
  fibrosis: fibrotic | scarring | scar
  bronchiectasis: bronchiectatic | dilated bronchi
  cavitation: cavitating | cavitary | cavitated | lung cavity | pulmonary cavity | thick walled cavity | thin walled cavity
  interstitial: reticular | reticulation
  honeycombing: honeycomb
  air: gas | free air | free gas | pneumoperitoneum | pneumatosis
  air fluid level: fluid level
  obstruction: obstructed | obstructing
  perforation: perforated
  hernia: herniation | herniated | herniating
  extrusion: extruded | sequestrated
  bulge: bulging
  protrusion: protruding
  desiccation: desiccated | dehydrated | loss of disc signal
  degeneration: degenerate | degenerative | degenerated
  osteophyte: osteophytes | spur | bony spur
  osteoarthritis: osteoarthrosis | arthrosis | degenerative joint disease
  bifurcation: division | fork
  erosion: eroded | eroding | erosive
  sclerosis: sclerotic
  lysis: lytic | osteolysis | destruction | destroyed | destructive
  necrosis: necrotic | avascular necrosis | osteonecrosis
  contact: abut | abutting | abutment | abuts | abutted | touches | touching
  spot compression: compression view | compression views | spot views | focal compression | local compression
  compression: compress | compressed | impinges | impinge | compressing | compressive | impinging | impingement
  invasion: invading | invaded | invasive | infiltrating | infiltration | infiltrative | infiltrate | infiltrates
  metastasis: metastatic | metastases | metastasized | secondary deposit | deposits | deposit
  carcinoma: cancer | malignancy | malignant | cancerous | adenocarcinoma ^ mass
  lymphoma: lymphomatous ^ mass
  sarcoma: sarcomatous ^ mass
  glioma: glial tumor ^ mass
  meningioma: meningiomas ^ mass
  schwannoma: neurinoma | neurilemmoma ^ mass
  hemangioma: hemangiomas ^ mass
  adenoma: adenomas ^ mass
  lipoma: lipomatous ^ mass
  fibroid: leiomyoma | myoma ^ mass
  fibroadenoma: fibroadenomas ^ mass
  angiomyolipoma: angiomyolipomas ^ mass
  osteoma: osteomas ^ mass
  teratoma: dermoid | dermoid cyst ^ mass
  enhancement: enhance | enhances | enhancing | enhanced | takes up contrast | contrast uptake | opacifies
  hyperintensity: bright signal
  uptake: tracer uptake | activity | avid | avidity | tracer accumulation | hot spot
  shadowing: acoustic shadow | acoustic shadowing
  hydronephrosis: dilated collecting system | dilated renal pelvis | pelvicalyceal dilatation | hydronephrotic ^ dilatation
  hydrocephalus: ventriculomegaly | ventricular dilatation | dilated ventricles ^ dilatation
  midline shift: shift of the midline | mass effect
  pneumocephalus: intracranial air
  cholecystitis: inflamed gallbladder
  appendicitis: inflamed appendix
  appendicolith: fecalith | coprolith
  pancreatitis: inflamed pancreas
  diverticulum: pouch | outpouching | diverticula
  diverticulitis: inflamed diverticulum
  diverticulosis: diverticular disease
  intussusception: target sign
  volvulus: twisted bowel
  torsion: twisted | whirlpool
  varix: varices | varicose
  cirrhosis: cirrhotic
  steatosis: fatty liver | fatty infiltration
  aspiration: aspirate
  reflux: refluxing | regurgitation
  leak: leakage | anastomotic leak
  active bleeding: extravasation | extravasated | contrast extravasation | active hemorrhage | active extravasation
  fistula: fistulous | fistulised | fistulized
  malformation: malformed | anomaly | anomalous
  spasm: vasospasm
  flow: blood flow | flow signal | vascularity
  neovascularization: new vessels | neovascularisation | new vessel formation | new vessel growth
  exudate: exudates | exudation
  drusen: drusenoid
  detachment: detached
  hole: full thickness hole
  cotton wool spot: cotton wool spots
  papilledema: swollen optic disc | disc swelling | disc edema
  follicle: follicles | follicular
  gestational sac: sac
  heartbeat: cardiac activity | fetal heart | heart activity
  ring: circinate | annular | ring shaped
  septation: septated | multiple septa
  full thickness: full thickness tear of | through its full thickness
  loculation: loculated | multilocular | multiloculated | multiseptated
  spiculation: spiculated | stellate
  lobulation: lobulated
  irregular: ill defined | indistinct | poorly defined | poorly marginated | ill marginated | blurred
  well defined: sharply defined | sharply marginated | circumscribed | well circumscribed | sharply demarcated | well demarcated | well marginated
  homogeneous: uniform | homogenous | uniformly
  heterogeneous: inhomogeneous | heterogenous | mixed texture
  round: rounded | spherical | globular
  oval: ovoid | elliptical | lens shaped | lentiform | biconvex
  wedge: wedge shaped | triangular
  solid: solid component
  exophytic: outward growing | protrudes
  bowing: bowed
  flattening: flattened
  widening: widened | broadened | wide
  shortening: shortened
  elevation: elevated | raised
  depression: depressed
  effacement: effaced
  encasement: encased | encasing
  adhesion: adherent | tethered | tethering
  tumor thrombus: venous invasion ^ thrombus
  viable: viability
  retained: retention | retains
  duplication: duplicated | duplex
  agenesis: absent organ | aplasia
  hypoplasia: hypoplastic
  catheter: tube | drain | cannula | drainage tube
  stent: stented | stenting
  pacemaker: pacing device
  prosthesis: prosthetic | implant | arthroplasty | hip replacement | joint replacement | knee replacement | implantation | endoprosthesis
  screw: screws
  plate: plating
  clip: clips
  foreign body: foreign object
  lymphovascular invasion: vascular invasion
  perineural invasion: perineural spread
  mitosis: mitotic | mitotic figure | mitotic figures
  differentiated: differentiation
  papillary: papillae | fronds | frond
  granuloma: granulomatous
  ulcer: ulcerated | ulceration | ulcerating
  keratin: keratinization | keratinizing
  psammoma body: psammoma bodies
  extension: extending | extends
  involvement: involved
  confined: limited | restricted to
  bridging: bridge
  vacuum: vacuum phenomenon
  loose body: loose bodies
  tendinopathy: tendinosis | tendinitis
  synovitis: synovial thickening
  bursitis: inflamed bursa
  myelopathy: cord signal change
  syrinx: syringomyelia | syringohydromyelia
  spondylolisthesis: vertebral slip | anterolisthesis | listhesis
  scoliosis: scoliotic
  kyphosis: kyphotic
  lordosis: lordotic
  wedging: wedged | loss of height | height loss
  dysplasia: dysplastic
  breathless: dyspnea | short of breath | shortness of breath | breathlessness | dyspneic
  cough: coughing
  pain: painful | ache | aching | tenderness | tender
  fever: febrile | pyrexia
  trauma: traumatic | fall | accident
  injury: injured | damage | damaged | laceration | lacerated | transected | transection
  malalignment: malaligned | misaligned | misalignment | incongruent | incongruity | incongruous | step off
  vomiting: emesis
  headache: headaches
  seizure: seizures | epileptic | convulsion
  weakness: paresis | paretic | hemiparesis | hemiplegia | hemiparetic | weak limb
  demyelination: demyelinating
  aeration: aerated | pneumatized | contains air | air filled
  superscan: super scan
  plethora: plethoric
  congestion: congested
  hyperinflation: hyperinflated | overinflated | overinflation | overexpanded | overexpansion | overdistended
  cephalization: upper lobe diversion | upper lobe blood diversion | prominent upper lobe vessels | upper lobe vessels are prominent
  kerley line: kerley lines | kerley b lines | kerley a lines | kerley b line | septal lines | interlobular septal thickening
  tree in bud: tree in bud nodules
  halo: halo sign
  crazy paving: crazy paving pattern
  air bronchogram: air bronchograms
  silhouette sign: obscured border
  tapering: tapered
  murphy sign: sonographic murphy sign | probe tenderness | tenderness to the probe
  nonunion: non union
  callus: callus formation
  periosteal reaction: periostitis
  gliosis: gliotic
  infestation: parasite | parasitic
  bulky: large mass
  pseudoaneurysm: false aneurysm
  endoleak: graft leak
  plaque: atheroma | atherosclerotic | atherosclerosis
  tortuous: tortuosity
  ectopic: ectopia
  hydrosalpinx: fluid filled tube
  pregnancy: pregnant | gestation | gestational
  fetus: fetal
`;
