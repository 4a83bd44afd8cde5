/** Smaller structures: named vessels, ducts, ligaments, bones and spaces. A row is "name: synonym | synonym ^ wider name". */
export const enStructures = `
  cerebrospinal fluid: csf
  conus medullaris: conus
  cauda equina: filum terminale
  optic nerve: second cranial nerve
  facial nerve: seventh nerve
  nipple: nipples | areola | areolar
  coronary artery: coronary arteries
  carina: carinal
  pulmonary artery: pulmonary arteries | pulmonary trunk | main pulmonary artery
  pulmonary vein: pulmonary veins
  hepatic vein: hepatic veins
  hepatic artery: hepatic arteries
  renal vein: renal veins
  renal artery: renal arteries
  splenic vein: splenic veins
  celiac trunk: celiac axis | celiac artery
  superior mesenteric artery: mesenteric artery
  common bile duct: extrahepatic bile duct ^ bile duct
  cystic duct: duct of the gallbladder
  cystic artery: artery of the gallbladder
  pancreatic duct: wirsung
  vesicoureteric junction: ureterovesical junction | vuj | vesicoureteral junction
  pelviureteric junction: ureteropelvic junction | puj | upj
  bowel loop: bowel loops ^ bowel
  perinephric fat: perirenal fat | perinephric space
  pericolic fat: pericolonic fat
  breast tissue: fibroglandular tissue
  collateral ligament: collateral ligaments
  cruciate ligament: cruciate ligaments
  retinaculum: retinacular
  labrum: labral
  glenoid: glenoidal
  acromion: acromial
  coracoid: coracoidal
  rotator cuff: cuff tendon
  ulnar styloid: styloid process of the ulna | styloid | ulnar tip
  lunate: semilunar bone
  calcaneus: calcaneal | heel bone
  talus: talar
  navicular: navicular bone
  condyle: condylar
  plateau: tibial plateau
  malleolus: malleolar
  physis: growth plate | physeal
  epiphysis: epiphyseal
  endplate: end plate | endplates
  facet joint: facet | zygapophyseal | facets
  lamina: laminar
  pedicle: pedicular
  odontoid: dens | odontoid process
  atlas: first cervical vertebra
  epidural space: extradural space
  basal cistern: cistern | cisternal
  sulcus: sulcal
  gyrus: gyral
  falx: falcine
  tentorium: tentorial
  cavernous sinus: parasellar
  venous sinus: dural sinus | sagittal sinus
  cochlea: cochlear
  ossicle: ossicular | ossicles | ossicular chain
  middle ear: tympanic cavity | middle ear cavity
  vocal cord: vocal fold
  epiglottis: epiglottic
  salivary gland: salivary
  thymus: thymic
  cardiac chamber: heart chamber
  septum: interventricular septum | interatrial septum | septal
  papillary muscle: chordae
  mitral: mitral valve
  tricuspid: tricuspid valve
  gastroesophageal: gastroesophageal junction | cardia
  pouch: ileal pouch
  anastomosis site: anastomotic
  psoas: iliopsoas
  gluteal: gluteus | buttock
  hamstring: hamstrings
  quadriceps: quadriceps tendon
  patellar tendon: patellar ligament
  deltoid: deltoid muscle
  brachial plexus: plexus
  ilium: iliac bone
  ischium: ischial
  pubis: pubic | symphysis
  coccyx: coccygeal
  sternoclavicular: sternoclavicular joint
  temporomandibular: temporomandibular joint | tmj
  nasal cavity: nasal
  ethmoid: ethmoidal
  sphenoid: sphenoidal
  nasopharynx: nasopharyngeal
  chiasm: optic chiasm
  cauda: caudal sac
  thigh: thighs
  calf: calves
  forearm: forearms
  finger: fingers | digit
  toe: toes
  heel: heels
`;
