/** Parts of the body. A row is "name: synonym | synonym ^ wider name"; words compare by their stems. */
export const enAnatomy = `
  kidney: renal | nephric
  liver: hepatic
  lung: pulmonary | lungs
  heart: cardiac
  brain: cerebral | cerebrum | encephalic
  stomach: gastric
  bowel: intestine | intestinal | gut | enteric | bowel loop
  colon: colonic | large bowel
  spleen: splenic
  pancreas: pancreatic
  bladder: vesical | urinary bladder
  gallbladder: gall bladder | cholecystic
  bile duct: biliary | bile ducts | biliary tree | common duct | choledochal | biliary duct
  uterus: uterine | womb
  endometrium: endometrial | endometrial cavity | uterine cavity
  myometrium: myometrial
  ovary: ovarian
  adnexa: adnexal
  fallopian tube: tubal | oviduct
  testis: testicle | testicular | testicles | intratesticular
  epididymis: epididymal
  scrotum: scrotal
  prostate: prostatic | extraprostatic | prostate gland
  seminal vesicle: seminal vesicles
  breast: mammary
  thyroid: thyroidal
  parathyroid: parathyroids
  adrenal: suprarenal gland | adrenals
  esophagus: esophageal
  pharynx: pharyngeal | hypopharynx | pharyngoesophageal | oropharynx
  larynx: laryngeal
  trachea: tracheal
  bronchus: bronchial | bronchi
  pleura: pleural
  pericardium: pericardial
  peritoneum: peritoneal | intraperitoneal
  mediastinum: mediastinal
  diaphragm: diaphragmatic | hemidiaphragm | infradiaphragmatic
  aorta: aortic
  artery: arterial | arteries
  vein: venous | veins
  vessel: vascular | vessels | vasculature
  carotid: carotids
  atrium: atrial ^ heart
  ventricle: ventricular
  myocardium: myocardial
  valve: valvular
  skull: calvarium | calvarial | cranium | cranial vault
  meninges: meningeal
  dura: dural
  spinal cord: cord | medullary cord
  vertebra: vertebral | vertebral body | vertebral bodies
  spine: spinal
  disc: disk | intervertebral disc | discal
  nerve root: root | radicular
  nerve: neural | nerves
  bone: bony | osseous
  joint: articular
  cartilage: chondral | cartilaginous
  ligament: ligamentous
  tendon: tendinous
  muscle: muscular | musculature
  meniscus: meniscal | menisci
  femur: femoral | thigh bone
  tibia: tibial | shin bone
  fibula: fibular
  humerus: humeral
  radius: radial
  ulna: ulnar
  clavicle: clavicular | collarbone
  scapula: scapular
  rib: ribs | costal
  sternum: sternal
  pelvis: pelvic
  hip: hip joint
  acetabulum: acetabular
  knee: knee joint
  ankle: ankle joint | tibiotalar
  wrist: carpus | carpal
  hand: hands
  foot: feet
  elbow: elbow joint
  shoulder: glenohumeral
  patella: patellar | kneecap
  scaphoid: scaphoids
  metacarpal: metacarpals
  metatarsal: metatarsals
  phalanx: phalanges | phalangeal
  mandible: mandibular | jaw
  maxilla: maxillary
  orbit: orbital
  eye: ocular | globe | eyes
  retina: retinal | intraretinal
  fundus: fundal
  macula: macular
  fovea: foveal
  optic disc: disc of the optic nerve | optic nerve head | papilla
  vitreous: hyaloid | posterior hyaloid
  lens: lenticular lens
  cornea: corneal
  sinus: sinuses | paranasal
  mastoid: mastoid air cells
  ear: aural
  temporal bone: petrous ^ skull
  lingula: lingular
  skull base: base of the skull ^ skull
  lymph node: node | nodal | nodes | lymph nodes | glands of the neck
  skin: cutaneous
  fat: fatty | adipose
  soft tissue: soft tissues
  neck: cervical region
  chest: thorax | thoracic
  abdomen: abdominal
  groin: inguinal
  axilla: axillary
  retroperitoneum: retroperitoneal
  mesentery: mesenteric
  omentum: omental
  appendix: appendiceal | vermiform appendix
  cecum: cecal | retrocecal
  rectum: rectal
  anus: anal
  sigmoid: sigmoid colon
  duodenum: duodenal
  jejunum: jejunal
  ileum: ileal
  ureter: ureteric | ureteral
  urethra: urethral
  renal pelvis: pelvicalyceal | collecting system | pelvicaliceal
  calyx: calyces | caliceal
  cortex: cortical
  white matter: periventricular
  basal ganglia: lentiform | putamen | putaminal
  thalamus: thalamic
  cerebellum: cerebellar
  brainstem: brain stem
  pons: pontine
  hippocampus: hippocampal
  corpus callosum: callosal
  ventricular system: lateral ventricle | ventricles
  pituitary: hypophysis | sella | sellar
  insula: insular
  frontal: frontal lobe
  parietal: parietal lobe
  temporal: temporal lobe
  occipital: occipital lobe
  pouch of douglas: cul de sac | rectouterine pouch
  placenta: placental
  cervix: cervical canal
  vagina: vaginal
  penis: penile
  umbilicus: umbilical
  hilum: hilar | hila
  fissure: fissural
  lobe: lobar
  lobule: lobular
  segment: segmental
  airway: airways
  alveolus: alveolar
  capsule: capsular
  parenchyma: parenchymal
  mucosa: mucosal
  submucosa: submucosal
  serosa: serosal
  wall: mural | walls
  lumen: luminal | intraluminal | lumina
  margin: border | edge | edges | rim | outline contour | contour | periphery | peripheral
  surface: surfaces
  gland: glandular
  duct: ductal
  tissue: tissues
  ganglion cell: ganglion cells
  cell: cellular
  nucleus: nuclear
  epithelium: epithelial
  stroma: stromal
  muscularis propria: muscularis
  supraspinatus: supraspinatus tendon
  infraspinatus: infraspinatus tendon
  subscapularis: subscapularis tendon
  achilles: achilles tendon | calcaneal tendon
  biceps: bicipital
  plantar fascia: plantar aponeurosis
  iliac: ilium
  sacrum: sacral
  sacroiliac: sacroiliac joint
  acromioclavicular: ac joint
  malleus: mallear
  scutum: scutal
  tegmen: tegmen tympani
  cholecyst: cholecystic
  spermatic cord: cord of the testis
  foramen: foraminal
  canal: canals
  cavity: cavitary space
  graft: graft limb
  apex: apical
  base: basal | basilar
  subclavian: subclavian artery
  vena cava: caval
  portal vein: portal
  ejection fraction: ef
  tooth: dental
  root apex: periapical
  tonsil: tonsillar
  tongue: lingual
  parotid: parotid gland
  submandibular: submandibular gland
  subcutaneous: subcutaneous fat
`;
