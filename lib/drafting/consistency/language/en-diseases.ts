/** Named diseases, signs and further findings. A row is "name: synonym | synonym ^ wider name". */
export const enDiseases = `
  contusion: bone bruise | bruise | bruising | bruised | contused | bone marrow contusion
  lobar emphysema: congenital lobar emphysema | congenital lobar overinflation | lobar overinflation | congenital lobar hyperinflation
  hill sachs: hill sachs defect | hill sachs lesion | impression fracture | impaction fracture
  bankart: bankart lesion | bankart fracture
  washout: washes out | washed out | wash out | washing out
  capsule appearance: enhancing capsule | pseudocapsule
  inversion: inverted
  rotation: rotated | malrotation | malrotated
  migration: migrated | migrating
  dislodgement: dislodged
  malposition: malpositioned | misplaced | misplacement
  loosening: loosened | loose
  kinking: kinked | kink
  coiling of the tube: coiled on itself
  duplication cyst: enteric duplication ^ cyst
  pseudocyst: pseudocysts ^ cyst
  hydatid: echinococcal | echinococcus | hydatid cyst ^ cyst
  baker cyst: popliteal cyst ^ cyst
  ganglion cyst: ganglion ^ cyst
  arachnoid cyst: arachnoid cysts ^ cyst
  epidermoid: epidermoid cyst ^ cyst
  cholesteatoma: cholesteatomas ^ mass
  cystadenoma: cystadenomas ^ mass
  chordoma: chordomas ^ mass
  craniopharyngioma: craniopharyngiomas ^ mass
  pheochromocytoma: phaeochromocytoma ^ mass
  paraganglioma: glomus tumor ^ mass
  thymoma: thymic tumor ^ mass
  hamartoma: hamartomas ^ mass
  neuroblastoma: neuroblastomas ^ mass
  wilms: nephroblastoma ^ mass
  myeloma: plasmacytoma ^ mass
  leukemia: leukemic
  melanoma: melanomas ^ mass
  seminoma: germ cell tumor ^ mass
  chondroma: enchondroma | chondromatous ^ mass
  osteosarcoma: osteogenic sarcoma ^ sarcoma
  chondrosarcoma: chondrosarcomas ^ sarcoma
  liposarcoma: liposarcomas ^ sarcoma
  ewing: ewing sarcoma ^ sarcoma
  astrocytoma: astrocytomas ^ glioma
  glioblastoma: glioblastomas ^ glioma
  ependymoma: ependymomas ^ glioma
  medulloblastoma: medulloblastomas ^ mass
  mesothelioma: mesotheliomas ^ mass
  cholangiocarcinoma: bile duct carcinoma | klatskin ^ carcinoma
  hepatocellular carcinoma: hepatoma ^ carcinoma
  renal cell carcinoma: hypernephroma ^ carcinoma
  bronchogenic carcinoma: lung cancer | lung carcinoma | bronchial carcinoma | carcinoma of the lung | cancer of the lung | bronchial cancer ^ carcinoma
  focal nodular hyperplasia: nodular hyperplasia ^ hyperplasia
  carcinoid: neuroendocrine tumor ^ mass
  gastrointestinal stromal tumor: stromal tumor ^ mass
  carcinomatosis: omental cake ^ metastasis
  lymphangitis: lymphangitic | lymphangitic spread
  tuberculosis: tuberculous | tubercular ^ infection
  aspergilloma: fungus ball | mycetoma ^ infection
  osteomyelitis: bone infection ^ infection
  discitis: spondylodiscitis | disc infection ^ infection
  septic arthritis: infected joint ^ infection
  cellulitis: cellulitic ^ infection
  phlegmon: phlegmonous
  empyema: empyemas ^ abscess
  arthritis: arthritic | arthropathy
  rheumatoid: rheumatoid arthritis | rheumatoid disease ^ arthritis
  gout: gouty | tophus | tophi ^ arthritis
  spondylitis: spondyloarthritis | spondyloarthropathy
  sacroiliitis: inflamed sacroiliac joint
  osteopenia: osteopenic | demineralization | demineralized | reduced bone density
  osteoporosis: osteoporotic ^ osteopenia
  rickets: rachitic
  paget: paget disease
  colitis: inflamed colon ^ inflammation
  enteritis: ileitis ^ inflammation
  crohn: crohn disease
  ileus: paralytic ileus
  gastritis: inflamed stomach ^ inflammation
  esophagitis: inflamed esophagus ^ inflammation
  cholangitis: inflamed bile ducts ^ inflammation
  hepatitis: inflamed liver ^ inflammation
  pyelonephritis: inflamed kidney ^ infection
  cystitis: inflamed bladder ^ inflammation
  proctitis: inflamed rectum | inflamed rectal wall | rectal inflammation ^ inflammation
  prostatitis: inflamed prostate ^ inflammation
  orchitis: epididymitis | epididymo orchitis ^ inflammation
  peritonitis: inflamed peritoneum ^ inflammation
  mastitis: inflamed breast ^ inflammation
  thyroiditis: hashimoto ^ inflammation
  sinusitis: mucosal disease | inflamed sinus ^ inflammation
  mastoiditis: inflamed mastoid ^ inflammation
  meningitis: inflamed meninges ^ infection
  encephalitis: inflamed brain ^ inflammation
  neuritis: inflamed nerve ^ inflammation
  myositis: inflamed muscle ^ inflammation
  fasciitis: inflamed fascia ^ inflammation
  tenosynovitis: tendon sheath fluid ^ inflammation
  vasculitis: arteritis ^ inflammation
  pericarditis: inflamed pericardium ^ inflammation
  myocarditis: inflamed myocardium ^ inflammation
  pneumonitis: inflamed lung ^ inflammation
  bronchitis: bronchiolitis ^ inflammation
  sarcoidosis: sarcoid
  silicosis: pneumoconiosis
  amyloidosis: amyloid
  cardiomyopathy: cardiomyopathies
  heart failure: cardiac failure | cardiac decompensation | decompensated heart
  pulmonary hypertension: pulmonary arterial hypertension
  pneumomediastinum: mediastinal emphysema | mediastinal air ^ air
  subcutaneous emphysema: surgical emphysema | air in the soft tissues ^ air
  pneumobilia: air in the bile ducts | biliary air ^ air
  pneumatocele: pneumatoceles
  hemothorax: hemothoraces ^ fluid
  hemoperitoneum: intraperitoneal blood ^ fluid
  hemarthrosis: blood in the joint ^ fluid
  seroma: seromas ^ collection
  urinoma: urinomas ^ collection
  biloma: bilomas ^ collection
  lymphocele: lymphoceles ^ collection
  hydrocele: hydroceles ^ fluid
  varicocele: varicoceles ^ varix
  hydroureter: ureteric dilatation | dilated ureter | dilatation of the ureter | ureteral dilatation ^ dilatation
  hydroureteronephrosis: ureterohydronephrosis ^ hydroureter
  bulla: bullous | bleb | blebs
  air trapping: mosaic attenuation
  mucus plug: mucus plugging | mucoid impaction | mucous plug
  tracheostomy: tracheostomy tube
  bronchial wall thickening: peribronchial cuffing | thick bronchial walls
  pleural plaque: pleural plaques
  hiatal hernia: hiatus hernia ^ hernia
  inguinal hernia: groin hernia ^ hernia
  filling defect: filling defects
  beading: beaded | string of beads
  collateral: collaterals | collateral vessels
  shunt: shunting
  steal: steal phenomenon
  claudication: claudicating
  gangrene: gangrenous
  lacune: lacunar | lacunes
  microbleed: microbleeds | microhemorrhage | microhemorrhages
  siderosis: hemosiderin | siderotic
  leukoaraiosis: small vessel disease | microangiopathy
  cavernoma: cavernous malformation
  arteriovenous malformation: nidus ^ malformation
  encephalomalacia: encephalomalacic
  multiple sclerosis: disseminated sclerosis
  neurodegeneration: neurodegenerative
  dementia: alzheimer
  spondylolysis: pars defect
  spinal stenosis: canal stenosis | narrowing of the canal | canal narrowing ^ stenosis
  myelitis: inflamed cord ^ inflammation
  tethered cord: low lying conus
  chondromalacia: chondral defect | chondral lesion | cartilage defect | cartilage loss | chondral thinning
  osteochondral defect: osteochondritis | osteochondral lesion
  joint space narrowing: joint space loss | loss of joint space | narrowed joint space | narrowed joint | joint narrowing ^ stenosis
  subchondral cyst: geode | geodes ^ cyst
  impingement syndrome: subacromial impingement
  coxa vara: varus
  valgus: valgus deformity
  hallux: bunion
  pseudarthrosis: pseudoarthrosis ^ nonunion
  malunion: malunited
  union: united | unite | healing | healed | consolidated fracture | fused
  ankylosis: ankylosed | bony fusion
  lipohemarthrosis: fat fluid level
  enthesopathy: enthesophyte | enthesitis
  ovarian torsion: twisted ovary ^ torsion
  ectopic pregnancy: tubal pregnancy | ectopic gestation
  miscarriage: abortion | nonviable pregnancy
  placenta previa: low lying placenta
  endometrioma: chocolate cyst ^ cyst
  endometriosis: endometriotic
  adenomyosis: adenomyotic
  corpus luteum: luteal cyst
  polycystic: polycystic ovary
  oligohydramnios: reduced amniotic fluid
  polyhydramnios: excess amniotic fluid
  cryptorchidism: undescended
  microlithiasis: microliths
  phimosis: phimotic
  hypospadias: hypospadic
  horseshoe kidney: fused kidneys
  nephrocalcinosis: medullary calcification
  glaucoma: glaucomatous
  cataract: lens opacity
  retinopathy: retinopathic
  microaneurysm: microaneurysms
  otosclerosis: otospongiosis
  goiter: goitre | goitres ^ enlargement
  lymphedema: swelling of the limb
  intimal hyperplasia: neointimal
  pseudotumor: pseudotumour
  desmoid: fibromatosis
  neurofibroma: neurofibromatosis | neurofibromas ^ mass
  tuberous sclerosis: tuber
  architectural distortion: distortion | distorted
  duct ectasia: dilated ducts ^ dilatation
  gynecomastia: male breast enlargement
  skin thickening: thickened skin ^ thickening
  pain on pressure: probe tenderness | point tenderness ^ pain
  foot drop: drop foot
  palsy: paralysis | paralyzed | paralytic
  hematuria: blood in the urine
  hemoptysis: coughing blood
  jaundice: icterus | icteric
  dysphagia: difficulty swallowing
  cyanosis: cyanotic
  sepsis: septic
  shock: hypovolemic shock
  diabetes: diabetic
  smoker: smoking | smoked
  fall from height: fell | fallen from
  collision: car crash | traffic accident | motor vehicle accident | road accident
`;
