/**
 * Words of imaging that may stay in free text: no number, no place, and no word that is mostly a name. Techniques and
 * views that are names too (DIXON, RAO, LAO) are left to Image Type and View Position.
 */
export const IMAGING_WORDS: ReadonlySet<string> = new Set(
  `abd abdomen abdominal adc adrenal angio angiogram angiography ankle anterior ao aorta aortic ap apical arm
  arterial artery asl ax axial axilla b0 b50 b100 b400 b500 b600 b800 b1000 b1500 b2000 biliary biphasic bladder
  blade blood bold bone bowel brachial brain breast breath breathhold bronchial bs bssfp calcaneus calcium cardiac
  carotid caudal cavity cc cerebral cervical chest cine ciss clavicle clip coeliac colon color colour contrast cor
  coronal coronary cr cranial craniocaudal cspine csf ct cta ctpa ctv cube delayed diaphragm dce decubitus delay
  diagnostic diastole diastolic diff diffusion doppler dorsal dose dsa dsc dti dual duodenum dwi dwibs
  dx dyn dynamic dynamics ear echo ecg edge elbow enhanced enhancement ep epi epigastric equilibrium erect esophagus
  excretory expiration expiratory extension extremity fa face facial fast fat fatsat fbp fem femoral femur fetal fetus
  ffe fgre fiesta fisp flair flash flexion flow fluoro fluoroscopy fluid fmri foot forearm fov fracture frontal fs fse
  fspgr fundus gad gadolinium gallbladder gantry gastric gated gating gd gradient gre hand haste hd head heart
  helical hepatic hepatobiliary hilum hip hires hr hrct hybrid iac iliac image images in infrarenal inguinal inner
  inph inphase inspiration inspiratory interleaved internal intestine inv inversion ir iso isotropic iterative iv ivc
  joint jugular kernel kidney kidneys knee kub lat lateral lava left leg liver lld llq loc localiser
  localizer low lower lspine lumbar lung lungs luq lv lymph magnitude mammo mammogram mammography mandible map
  maps maxilla mdct mean mediastinum medial mediolateral mediastinal medium memprage meniscus mesenteric mip minip mlo
  mode motion mpr mprage mr mra mrcp mri mrv multi multiphase multislice muscle myelo nasal native neck neonatal nephro
  neuro nm noncontrast nuclear oblique occipital opp opposed optic oral orbit orbital orbits orientation out
  outph outphase ovarian ovary pa palate pancreas pancreatic parallel parasagittal parathyroid parenchyma parotid
  patella pc pd pdw pelvic pelvis pericardium perf perfusion peripheral peritoneum pet petct phantom pharynx phase
  pituitary placenta plane plantar plus poplit portal portalvenous portovenous post postcontrast posterior 
  pre precontrast prone propeller prostate proton protocol pulm pulmonary pv quantitative rad radial radiograph 
  raw rec recon reconstruction rectal rectum reformat reformatted renal resp respiratory rest rest rib ribs right rlq
  rms routine ruq rv sacral sacroiliac sacrum sag sagittal saline scan scapula scout screening se secondary segment
  sense sequence series shoulder sinus sinuses skull slice slices smooth soft spair spect spectral
  spgr spine spinal spin spir spiral spleen spoiled ssfp ssfse std standard standing stack stent sternum stir stomach
  stress study subtraction superior supine survey swi swi systole systolic t1 t1w t1wi t2 t2star t2w t2wi temporal
  testis testicular thick thigh thin thoracic thorax thrive thymus thyroid tibia tile tirm tissue tof tomo tomography
  toe tongue topogram trachea tracheal trans transverse transversal trauma trufi tse turbo tumor tumour
  twist ultrasound umbilical unenhanced upper upright ureter urethra urinary urogram urography us uterine uterus vag
  vascular vein venogram venography venous ventral ventricle ventricles vertebra vertebral vessel vessels vibe vol
  volume vr water whole wholebody window wrist xa xr xray zygoma doppler tee tte mmode duplex elastography
  endoscopy colonoscopy gastroscopy histology stain biopsy lesion mass nodule cyst node nodes`.split(/\s+/),
);

/** Body parts of one word that Body Part Examined may hold (PS3.16 Annex L) are imaging words too. */
export const DIMENSION_TOKEN = /^(?:[234]d|\d{1,2}(?:\.\d{1,2})?mm|[clts]\d{1,2})$/;
