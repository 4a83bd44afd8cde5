/**
 * What a finding is made of, or is also told by. A row is "name: part | part"; a draft may tell one by the others. Names and
 * parts are wordings of the lists of findings and parts of the body, or plain words.
 */
export const enRelated = `
  pneumothorax: air | pleura | pleural line | lung edge
  hydropneumothorax: air | fluid | pleura | air fluid level
  hemothorax: hemorrhage | pleura | fluid
  pleural effusion: fluid | pleura | blunting | costophrenic angle
  hemopericardium: hemorrhage | pericardium | fluid
  pericardial effusion: fluid | pericardium
  pneumopericardium: air | pericardium
  pneumomediastinum: air | mediastinum
  pneumoperitoneum: air | peritoneum | abdomen | subphrenic | diaphragm
  pneumatosis: air | bowel | wall
  pneumobilia: air | bile duct
  portal venous gas: air | portal vein | liver
  ascites: fluid | abdomen | peritoneum | pouch of douglas | pelvis
  hemoperitoneum: hemorrhage | fluid | peritoneum | abdomen
  hemarthrosis: hemorrhage | joint | fluid
  lipohemarthrosis: fat | fluid | joint | air fluid level
  joint effusion: fluid | joint | distended | recess
  hydronephrosis: dilatation | renal pelvis | collecting system | calyx | kidney | pelvicalyceal | urinary tract
  hydroureter: dilatation | ureter
  megaureter: dilatation | ureter
  hydrosalpinx: dilatation | tube | fallopian tube | fluid | adnexa
  hematosalpinx: hemorrhage | fallopian tube
  hematometra: hemorrhage | uterus | endometrium
  hydrocephalus: dilatation | ventricular system | ventricle | enlargement
  ventriculomegaly: dilatation | enlargement | ventricular system | ventricle
  syrinx: cavity | cavitation | spinal cord | fluid
  cholelithiasis: stone | gallbladder
  choledocholithiasis: stone | bile duct
  cholecystitis: inflammation | gallbladder | thickening | murphy sign
  appendicitis: inflammation | appendix | dilatation | appendicolith
  diverticulitis: inflammation | diverticulum | colon | stranding
  pancreatitis: inflammation | pancreas | swollen | peripancreatic | edema
  pyelonephritis: inflammation | infection | kidney
  cystitis: inflammation | bladder
  colitis: inflammation | colon | thickening
  ileitis: inflammation | ileum | thickening
  gastritis: inflammation | stomach | thickening
  esophagitis: inflammation | esophagus
  sialolithiasis: stone | salivary gland | submandibular | parotid | duct
  nephrolithiasis: stone | kidney
  urolithiasis: stone | ureter | kidney | bladder
  intussusception: telescoping | target sign | bowel | intussusceptum | intussuscipiens
  volvulus: torsion | bowel | whirl | coffee bean
  ileus: dilatation | bowel | air fluid level
  obstruction: dilatation | transition point | occlusion | stenosis | upstream
  perforation: air | leak | defect | extraluminal
  hernia: protrusion | defect | sac | displacement
  hiatal hernia: hernia | stomach | diaphragm | chest
  cardiomegaly: enlargement | heart | cardiothoracic ratio
  hepatomegaly: enlargement | liver
  splenomegaly: enlargement | spleen
  lymphadenopathy: enlargement | lymph node | node
  goiter: enlargement | thyroid
  thyromegaly: enlargement | thyroid
  cerebral edema: edema | brain | swelling
  subarachnoid hemorrhage: hemorrhage | subarachnoid | cistern | sulcus
  subdural hematoma: hemorrhage | subdural | collection | crescent
  epidural hematoma: hemorrhage | epidural | collection | lens
  stroke: infarction | ischemia | brain | diffusion
  infarction: ischemia | diffusion | territory | wedge
  microbleed: hemorrhage | hemosiderin | susceptibility
  cavernoma: popcorn | hemosiderin
  arteriovenous malformation: nidus | feeder | feeding artery | draining vein | shunt
  fistula: communication | tract | connection | shunt
  dissection: flap | intima | false lumen | true lumen
  aneurysm: dilatation | outpouching | sac | neck | dome | ectatic
  pseudoaneurysm: aneurysm | outpouching | extravasation
  thrombus: filling defect | occlusion | non compressible | clot
  embolus: filling defect | occlusion | clot | cut off
  pulmonary embolism: embolus | filling defect | pulmonary artery
  vasospasm: narrowing | stenosis | constriction
  active bleeding: extravasation | hemorrhage | blush
  collateral: collaterals | bypass
  pulmonary edema: edema | lung | kerley line | congestion
  pneumonia: consolidation | infection | opacity | lung | air bronchogram
  consolidation: opacity | air bronchogram | airspace
  atelectasis: volume loss | collapse | lung
  emphysema: destruction | lung | hyperinflation | bulla | low attenuation
  bronchiectasis: dilatation | bronchus | signet ring
  fibrosis: reticular | traction | honeycombing | scar
  abscess: collection | pus | rim enhancement | infection | fluid
  empyema: collection | pleura | pus | fluid
  phlegmon: inflammation | infiltration
  osteomyelitis: infection | bone | marrow | destruction
  discitis: infection | disc | endplate
  spondylodiscitis: infection | disc | endplate | vertebra
  septic arthritis: infection | joint | fluid
  synovitis: inflammation | joint | thickening | enhancement | fluid
  tenosynovitis: inflammation | tendon | sheath | fluid
  bursitis: inflammation | bursa | fluid
  tendinopathy: tendon | thickening | degeneration | signal
  enthesitis: inflammation | insertion
  sacroiliitis: inflammation | sacroiliac | edema | erosion
  arthritis: inflammation | joint | erosion
  osteoarthritis: degeneration | joint | narrowing | osteophyte | joint space
  spondylosis: degeneration | osteophyte | spine
  spondylolisthesis: slip | displacement | vertebra | alignment
  spondylolysis: defect | pars | fracture
  spinal stenosis: stenosis | canal | narrowing
  disc protrusion: disc | protrusion | bulge
  disc herniation: disc | extrusion | protrusion | sequestration
  compression fracture: fracture | compression | wedge | height | vertebra | collapse
  blow out fracture: fracture | orbit | floor
  stress fracture: fracture | edema | line | periosteal reaction
  insufficiency fracture: fracture | osteoporosis
  greenstick fracture: fracture | cortex | bowing
  avulsion: fragment | fracture | detachment | torn off
  dislocation: displacement | luxation | out of joint
  hip dysplasia: alpha angle | acetabulum | coverage | immature
  perthes: flattening | epiphysis | femoral head | sclerosis
  osteonecrosis: necrosis | femoral head | subchondral | crescent | serpiginous
  contusion: bruise | edema | marrow
  marrow edema: edema | bone | marrow | hyperintensity
  edema: swelling | hyperintensity | fluid | high signal
  hyperintensity: high signal | bright
  nonunion: gap | fracture line | union
  callus: healing | bridging
  scoliosis: curvature | curve | cobb angle
  kyphosis: angulation | curvature
  osteoporosis: density | fracture | osteopenia
  metastasis: deposit | secondary | spread | seeding
  carcinomatosis: metastasis | peritoneum | omentum | deposit
  omental cake: omentum | metastasis | thickening
  carcinoma: mass | tumor | malignancy
  lymphoma: mass | lymph node | malignancy
  malignancy: mass | tumor | suspicious | spiculated
  fibroid: mass | uterus | myometrium
  adenomyosis: myometrium | junctional zone | thickening
  endometrioma: cyst | ovary | shading | endometriosis
  dermoid: fat | ovary | cyst | teratoma
  ectopic pregnancy: pregnancy | adnexa | tubal | gestational sac
  miscarriage: heartbeat | gestational sac | embryo
  placenta previa: placenta | os | cervix
  hydrocele: fluid | testis | scrotum | tunica
  varicocele: varix | dilatation | pampiniform | reflux | valsalva
  torsion: twist | whirlpool | flow | spermatic cord
  epididymitis: inflammation | epididymis | enlargement | hyperemia
  reflux: retrograde | backflow | ureter
  stricture: narrowing | stenosis
  achalasia: bird beak | dilatation | esophagus
  zenker diverticulum: pouch | diverticulum | pharynx
  aspiration: larynx | trachea | airway | penetration
  mastoiditis: mastoid | opacity | fluid | infection
  cholesteatoma: soft tissue | middle ear | erosion
  sinusitis: sinus | opacity | thickening | fluid level
  mucocele: expansion | sinus | opacity
  otitis: middle ear | fluid | opacity
  schwannoma: mass | nerve | internal auditory canal
  meningioma: mass | dura | dural tail | extraaxial
  glioblastoma: mass | necrosis | ring enhancement
  pituitary adenoma: pituitary | mass | sella | adenoma
  demyelination: lesion | plaque | white matter | multiple sclerosis
  multiple sclerosis: demyelination | periventricular | plaque
  leukoaraiosis: white matter | hyperintensity | small vessel
  atrophy: volume | loss | shrunken | thinning | widening
  polymicrogyria: gyrus | cortex | malformation
  craniosynostosis: suture | fusion | closed
  steatosis: fat | liver | echogenicity | attenuation
  cirrhosis: nodular | liver | contour
  hemochromatosis: iron | liver
  varix: dilatation | vein | tortuous
  portal hypertension: portal vein | splenomegaly | varix | ascites
  angiomyolipoma: fat | mass | kidney
  lipoma: fat | mass
  hemangioma: nodular enhancement | fill in | lesion
  focal nodular hyperplasia: central scar | lesion
  hepatocellular carcinoma: washout | arterial | lesion | mass
  simple cyst: cyst | water | fluid | anechoic
  hematoma: hemorrhage | collection | blood
  laceration: tear | defect | injury
  seroma: fluid | collection
  lymphocele: fluid | collection
  biloma: fluid | collection | bile
  urinoma: fluid | collection | urine | leak
  myocarditis: myocardium | inflammation | late enhancement | edema
  myocardial infarction: infarction | myocardium | late enhancement | scar
  aortic stenosis: stenosis | valve | aorta
  regurgitation: leak | backflow | insufficiency | jet | reflux
  insufficiency: regurgitation | leak
  shunt: communication | septum | defect | flow
  coarctation: narrowing | stenosis | aorta
  cardiac tamponade: pericardial effusion | compression
  fracture: break | fracture line | fragment | cortex
  tear: rupture | discontinuity | defect | torn
  deformity: shape | angulation | bent
  uptake: tracer | activity | avid
  calcification: calcium | deposit | dense
  stenosis: occlusion | obstruction | tapering | constriction | subtotal | calibre | caliber | width | impression
  tapering: stenosis | narrowing
  thinning: slender | slim | delicate | attenuated
  thin: slender | slim
  slender: thin | thinning
  access: catheter | route | approach | puncture | sheath | introduced
  catheter: access | sheath | puncture
  osteopenia: density | bone | mineralization
  demineralization: density | bone | osteopenia
  reperfusion: recanalization | patent | flow | restored
  recanalization: reperfusion | patent | flow | restored
  embolization: coil | glue | particle | plug
  coil: embolization | microcoil
  stent: stent retriever | scaffold
  thrombectomy: stent retriever | pass | aspiration | clot
`;
