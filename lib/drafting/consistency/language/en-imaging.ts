/** How an image was made. A row is "value: wording | wording". */
export const enImaging = {
  modality: `
    CT: ct | computed tomography | computerized tomography | computed tomogram | cta | ct angiography | ct angiogram | hrct | mdct | cect | ncct | ct scan | cat scan | cbct | cone beam ct | ct pulmonary angiography | ctpa | ct urography | ct colonography | ct enterography | ct venography | ct venogram | ct cystography | ct cystogram | ct arthrography | ct arthrogram | ct myelography | ct myelogram | ct cholangiography | ct urogram | ct portography | ct colonogram | ct sialography | ct fistulography | ct dacryocystography | ct lymphography
    MR: mr | mri | magnetic resonance | magnetic resonance imaging | mra | mr angiography | mrcp | mr imaging | cardiac magnetic resonance | cmr | mr enterography | mr arthrography | mr arthrogram | mr venography | mr venogram | mrv | mr urography | mr urogram | mr cholangiography | mr cholangiogram | mr cholangiopancreatography | mr myelography | mr myelogram | mr defecography | mr lymphangiography | mr elastography | mr spectroscopy | fmri
    US: ultrasound | us | ultrasonography | ultrasonographic | ultrasonographically | sonography | sonographic | sonographically | sonogram | echocardiography | echocardiogram | echocardiographic | doppler | b mode | duplex | tte | tee | endosonography | ultrasonogram | echography | transvaginal scan
    XR: radiograph | radiography | radiographic | radiographically | x ray | xray | plain film | cxr | roentgenogram | chest film | orthopantomogram | opg | panoramic radiograph | plain radiograph | abdominal film | skiagram | film | dental panoramic tomogram
    MG: mammogram | mammography | mammographic | tomosynthesis | mammographically
    PET: pet | positron emission tomography | fdg pet | psma pet | pet scan
    PETCT: pet ct | positron emission tomography ct | fdg pet ct
    NM: scintigraphy | scintigram | scintigraphic | bone scan | spect | radionuclide | dmsa scan | mag3 | v q scan | perfusion scan | ventilation perfusion scan | hida scan | sestamibi scan | gamma camera | radioisotope scan | thyroid scan
    XA: dsa | digital subtraction angiography | digital subtraction angiogram | catheter angiography | catheter angiogram | conventional angiography | angiographic run | coronary angiography | invasive angiography | coronary angiogram | venography | subtraction angiogram | cerebral angiogram
    angio: angiography | angiogram | angiographic | arteriogram | arteriography
    RF: fluoroscopy | fluoroscopic | barium swallow | barium enema | barium meal | barium study | esophagram | esophagogram | upper gi series | videofluoroscopy | contrast swallow | spot film | hysterosalpingography | hysterosalpingogram | cystourethrogram | cystogram | small bowel follow through | contrast enema | myelogram | urethrogram | vcug | retrograde pyelogram | water soluble enema | double contrast enema
    HISTO: histology | histological | histologically | histopathology | histopathological | photomicrograph | micrograph | microscopy | microscopic | microscopically | h&e | hematoxylin and eosin | hematoxylin eosin | biopsy specimen section | cytology smear | electron micrograph | light microscopy | immunohistochemistry | immunohistochemical | histologic section
    FUNDUS: fundus photograph | fundus photography | fundoscopy | ophthalmoscopy | fundus image | funduscopic | retinal photograph | photograph of the fundus | photograph of the right fundus | photograph of the left fundus | color fundus | autofluorescence | fundus autofluorescence | autofluorescence imaging | retinography
    FA: fluorescein angiography | fluorescein angiogram | indocyanine green angiography
    OCT: oct | optical coherence tomography | optical coherence tomogram
    ENDO: endoscopy | endoscopically | arthroscopically | laparoscopically | bronchoscopically | colonoscopically | cystoscopically | endoscopic view | endoscopic image | endoscopic | colonoscopy | colonoscopic | bronchoscopy | bronchoscopic | gastroscopy | arthroscopy | arthroscopic | cystoscopy | laparoscopy | laparoscopic | laryngoscopy | hysteroscopy | upper endoscopy | hysteroscopic | gastroscopic
    DERM: dermoscopy | dermatoscopy | dermoscopic | dermoscopy image | dermatoscopic
    PHOTO: clinical photograph | photograph
    ECG: ecg | ekg | electrocardiogram | electrocardiography
    SLIT: slit lamp
    ERCP: ercp | endoscopic retrograde cholangiopancreatography | endoscopic retrograde cholangiography | erc | endoscopic retrograde cholangiogram
    PTC: percutaneous transhepatic cholangiography | cholangiogram
  `,
  plane: `
    axial: axial | transverse | transaxial | cross sectional | axially
    coronal: coronal | coronally
    sagittal: sagittal | parasagittal | midsagittal | sagittally
    oblique: oblique
    rao: right anterior oblique | rao
    lao: left anterior oblique | lao
    rpo: right posterior oblique
    lpo: left posterior oblique
    frontal: dorsoplantar | dorsopalmar | dorsovolar | palmodorsal | frontal | anteroposterior | posteroanterior | ap | pa | antero posterior | postero anterior
    lateral: lateral
    mlo: mediolateral oblique | mlo
    cc: craniocaudal | cc | cranio caudal
    ml: ml view | mediolateral view | lateromedial view | mediolateral projection | ml projection
    longitudinal: longitudinal
    short axis: short axis
    long axis: long axis
    four chamber: four chamber | 4 chamber | apical four chamber
    two chamber: two chamber | 2 chamber
    three chamber: three chamber | 3 chamber
    anterior view: anterior
    posterior view: posterior
    mortise: mortise
    lordotic: lordotic
    skyline: skyline | axial patellar
    frog-leg: frog leg
    swimmer: swimmer
    decubitus: decubitus
    townes: towne
    waters: waters view | waters projection | occipitomental
  `,
  /** Words beside which a plane word names a plane and not a part of the body. */
  planeHead: `
    x: thick slab | thin slab | slab | mrcp | image | scan | section | slice | view | projection | plane | reformat | reformatted | reformation | reconstruction | reconstructed | radiograph | radiography | film | ct | mr | mri | mra | cta | pet | ultrasound | us | sonogram | ultrasonogram | sonography | mammogram | oct | t1 | t2 | flair | stir | dwi | adc | pd | swi | gre | weighted | mip | maximum intensity projection | angiogram | x ray | cut | mpr | series | sequence | map | acquisition | diffusion | proton density | fused | fusion | multiplanar | dataset | study | examination | cine | tomogram | chest x ray | scintigram | fat suppressed | contrast enhanced | unenhanced | post contrast | gadolinium | noncontrast | non contrast | hrct | window | high resolution | postcontrast | short | spot | mrcp | ssfp | echo | gradient | spin | bone | angiography | phase | late | perspective | orientation | level | still | frame | picture | b mode | gray | scale | color | doppler | transducer | sweep
  `,
  sequence: `
    weight=T1: t1 | t1w | t1 weighted | t1wi | longitudinal relaxation
    weight=T2: t2 | t2w | t2 weighted | t2wi
    weight=PD: pd | pdw | proton density | proton density weighted
    weight=FLAIR: flair | fluid attenuated inversion recovery
    weight=STIR: stir | short tau inversion recovery | short ti inversion recovery
    weight=DWI: dwi | diffusion weighted | diffusion weighted image | trace image | trace map | b1000 | b800 | b500 | b600 | b900 | b1200 | b1500 | b2000 | b = 1000 | b = 800 | b = 500 | b 1000 | b 800 | b 500 | b 600 | b 1400 | b 1500 | b 2000 | b value | high b value
    weight=ADC: adc map | adc | apparent diffusion coefficient map
    weight=SWI: swi | susceptibility image | susceptibility imaging | susceptibility sequence | susceptibility map | t2 star weighted | susceptibility weighted | gre | gradient echo | t2 star | t2* | gradient recalled echo | swan
    weight=LGE: lge | late gadolinium enhancement | late gadolinium | delayed enhancement image | late enhancement
    weight=TOF: tof | time of flight
    weight=MRCP: mrcp
    weight=SSFP: ssfp | cine | balanced steady state
    weight=PWI: first pass perfusion | first pass perfusion image | stress perfusion image | perfusion image | perfusion imaging | perfusion weighted | perfusion map | cbv map | dsc perfusion
    weight=MRS: mr spectroscopy | spectroscopy
    shift=in: in phase | ip
    shift=out: out of phase | opposed phase | opp | opposed
    fat=FS: fat suppressed | fat saturated | fat sat | fs | fat suppression | fat saturation | spair | spir
    fat=NOFS: non fat suppressed | non fat saturated | without fat suppression | without fat saturation
    contrast=pre: non contrast ct | non contrast scan | non contrast mr | non contrast mri | without contrast ct | before contrast | before gadolinium | before intravenous contrast | before contrast medium | before contrast administration | before administration of contrast | prior to contrast | prior to gadolinium | before injection of contrast | non contrast enhanced | unenhanced | non enhanced | nonenhanced | non contrast | noncontrast | plain ct | precontrast | pre contrast | without contrast | without intravenous contrast | without iv contrast | native | ncct | non contrast enhanced | noncontrast enhanced | without gadolinium | pre gadolinium | without contrast medium | contrast free | without contrast agent
    contrast=post: contrast ct | contrast mr | contrast mri | contrast scan | ct with iv contrast | dynamic contrast enhanced | contrast enhanced | post contrast | postcontrast | gadolinium enhanced | after gadolinium | after contrast | with contrast | post gadolinium | cect | after intravenous contrast | enhanced ct | enhanced mr | enhanced mri | after contrast administration | following contrast | following gadolinium | following intravenous contrast | ce mri | enhanced image | enhanced t1 | contrast material enhanced | after injection of contrast | after contrast injection | with gadolinium | gadolinium | intravenous contrast | after intravenous gadolinium | after administration of contrast | after iv contrast
    phase=arterial: arterial phase | arterial | late arterial | early arterial | hepatic arterial | arterially
    phase=venous: portal venous phase | portal venous | venous phase | portovenous | portal phase | pv phase | venous
    phase=delayed: delayed phase | delayed | equilibrium phase | late phase | delayed imaging | equilibrium
    phase=excretory: excretory phase | urographic phase | excretory | pyelographic phase
    phase=nephrographic: nephrographic | nephrographic phase
    phase=corticomedullary: corticomedullary phase
    phase=hepatobiliary: hbp | hepatobiliary phase | hepatobiliary phase image | hepatobiliary
    phase=enteric: enteric phase | enterographic phase
    phase=pancreatic: pancreatic phase | pancreatic parenchymal phase
    phase=wash-in: wash in phase
    enteral=yes: after rectal contrast | with rectal contrast | with oral contrast | after oral contrast | positive oral contrast | with enteric contrast | after enteric contrast | with rectal and oral contrast
    enteral=no: without rectal contrast | without oral contrast | no oral contrast | no rectal contrast | without enteric contrast
    cardiac=systolic: systolic phase | systolic ct | systolic image | in systole | end systolic | end systole | systolic reconstruction | systolic frame
    cardiac=diastolic: diastolic phase | diastolic ct | diastolic image | in diastole | end diastolic phase | end diastole | diastolic reconstruction | diastolic frame | mid diastolic
    respiration=inspiration: in inspiration | at inspiration | inspiration | inspiratory phase | deep inspiration
    respiration=expiration: in expiration | at expiration | expiration | expiratory phase
    pool=pool: blood pool | blood pool image | blood pool phase
    pool=delayed: delayed bone image | delayed image
    window=bone: bone window | bone algorithm | bone windowed | bone setting | bone window setting | bone windows
    window=lung: lung window | lung windowed | pulmonary window | lung setting | lung algorithm
    window=soft: soft tissue window | soft tissue windowed | mediastinal window | soft tissue setting | abdominal window | soft tissue algorithm
    window=brain: brain window | stroke window | parenchymal window
    doppler=color: color doppler | color flow | color flow doppler | colour doppler
    doppler=power: power doppler
    doppler=spectral: spectral doppler | pulsed doppler | pulsed wave doppler | duplex
    doppler=gray: gray scale | grayscale | b mode
    doppler=elasto: elastography | shear wave elastography
    doppler=ceus: contrast enhanced ultrasound | ceus
    tracer=FDG: fdg | fluorodeoxyglucose | 18f fdg
    tracer=PSMA: psma
    tracer=DOTATATE: dotatate | dotatoc | dotanoc
    tracer=choline: choline
    tracer=MDP: mdp | methylene diphosphonate
    stain=HE: h&e | hematoxylin and eosin | hematoxylin eosin
    stain=PAS: pas stain | periodic acid schiff
    stain=CR: congo red
    stain=ZN: ziehl neelsen
    stain=GIEMSA: giemsa
    stain=MT: masson trichrome
    stain=GROCOTT: grocott | gomori methenamine silver
    stain=PB: prussian blue | perls
    stain=SILVER: silver stain | reticulin
    power=high: high power | high magnification
    power=low: low power | low magnification
    patientPosition=erect: erect | upright | standing | weight bearing
    patientPosition=supine: supine | recumbent | lying
    patientPosition=prone: prone
    breath=in: inspiratory | full inspiration | end inspiratory
    breath=out: expiratory | end expiratory | full expiration
  `,
  /** Signal, attenuation, echogenicity or uptake in one word: "channel=direction". */
  signal: `
    mr=high: fluid signal | fluid intensity | signal of fluid | bright like fluid | signal like fluid | remains bright | stays bright | stays hyperintense | gains signal | gain of signal | gain in signal | lights up | hyperintense | hyperintensity | hypersignal | t2 bright | t1 bright | hyperintensely | of high signal | of bright signal | bright signal | signal rich
    mr=low: hypointense | hypointensity | hyposignal | signal void | flow void | t2 dark | t1 dark | hypointensely | drop in signal | signal loss | loses signal | lost signal | losing signal | drops in signal | dropped in signal | signal dropout | turns dark | turned dark | suppresses | becomes dark | dark signal | of low signal | signal poor
    mr=iso: isointense | isointensity
    ct=high: hyperdense | hyperdensity | hyperattenuating | hyperattenuation | radiopaque | radiodense | sclerotic | hyperattenuated | radio opaque | hyperattenuate | osteosclerotic | osteoblastic | opaque | dense | high density | of high attenuation | calcified density | denser | hyper dense | of increased density | of soft tissue density | metallic density | bone density
    ct=low: hypodense | hypodensity | hypoattenuating | hypoattenuation | radiolucent | lucent | hyperlucent | lucency | lytic | osteolytic | hypoattenuated | radiolucency | low density | of low attenuation | fatty density | fat density | of fat density | fat attenuation | of fat attenuation | of decreased density | of reduced density | less dense | translucent | near water attenuation | water attenuation | water density | air density | translucency
    ct=iso: isodense | isoattenuating | isodensity
    us=high: hyperechoic | hyperechogenic | echogenic | hyperechogenicity | echobright | bright echoes | strongly echogenic | highly echogenic | of increased echogenicity | echo rich
    us=low: hypoechoic | hypoechogenic | hypoechogenicity | echopoor | echo poor | hypo echoic | of reduced echogenicity | of low echogenicity
    us=none: anechoic | echo free | sonolucent | anechogenic | echofree | echoless | completely anechoic | fluid filled and anechoic
    us=iso: isoechoic | isoechogenic
    nm=high: hypermetabolic | fdg avid | avid | hot spot | hot | tracer avid | hypermetabolism | radiotracer avid | hyperactive | intensely active | strongly active | avidly active | highly active | lights up | intense activity | active | metabolically active | hyperfixation
    nm=low: photopenic | hypometabolic | cold | photopenia | cold spot | hypometabolism | non avid | photon deficient | photopaenic | photopaenia | not avid | uptake defect | tracer defect | reversible defect | fixed defect | photopenic defect | photopenic area | ventilation defect | unmatched defect | mismatched defect | matched defect | barely active | hypoactive | faintly active | inactive | weakly active | poorly active | metabolically inactive
    diff=low: restricted diffusion | diffusion restriction | restricts diffusion | restricting diffusion | diffusion is restricted | restricts
    diff=high: diffusion is facilitated | diffusion is free | diffusion is increased | diffusion is elevated | diffusion is unrestricted | facilitated diffusion | free diffusion | increased diffusion | increased diffusivity | unrestricted diffusion
    oct=high: hyperreflective | hyperreflectivity
    oct=low: hyporeflective | hyporeflectivity
    fa=high: hyperfluorescent | hyperfluorescence
    fa=low: hypofluorescent | hypofluorescence
    acoustic=high: posterior acoustic enhancement | posterior enhancement | acoustic enhancement | through transmission | increased through transmission | enhanced through transmission | sound enhancement
    acoustic=low: posterior acoustic shadowing | posterior shadowing | acoustic shadowing | acoustic shadow | sound attenuation | posterior attenuation | casts a shadow
    perf=high: hypervascular | hyperperfused | hyperperfusion | hyperenhancing | hyperenhancement | hypervascularity | hyperemia | hyperemic | hyper enhancing | hyperenhances | hyperenhance | increased perfusion | well perfused | hypervascularized | richly vascular | luxury perfusion
    perf=low: hypovascular | hypoperfused | hypoperfusion | hypoenhancing | hypoenhancement | hypovascularity | avascular | hypo enhancing | hypoenhances | hypoenhance | reduced perfusion | decreased perfusion | poorly perfused | underperfused | malperfused | hypovascularized | perfusion defect | perfusion defects | defect in perfusion | defects of perfusion
  `,
  signalChannel: `
    mr: signal | signal intensity | intensity | relaxation time
    ct: attenuation | density | opacity value
    us: echogenicity | reflectivity | echo
    nm: uptake | tracer uptake | radiotracer uptake | activity | tracer activity | metabolism | avidity | accumulation | tracer accumulation | metabolic activity
    adc: apparent diffusion coefficient | adc value | adc | diffusivity | adc signal
    perf: perfusion | vascularity | blood flow | cerebral blood flow | cbf | vascular flow | doppler flow
    volume: cerebral blood volume | blood volume | cbv
    transit: mean transit time | transit time | mtt | time to peak | ttp | tmax | time to maximum
    velocity: velocity | peak velocity | systolic velocity | flow velocity
    value: value | numerical value
    diff: diffusion | water diffusion | diffusion of water
    echotexture: echo texture | echotexture
    opacification: opacification | filling
    dose: stiffness | elasticity
  `,
  signalDirection: `
    high: facilitated | unrestricted | unimpeded | high | higher | increased | increase | elevated | bright | brighter | hyper | raised | intense | intensely | strong | avid | elevation | intensified | hot | markedly increased | prolonged | lengthened | delayed | accelerated | rich | enhanced | vivid | heightened | abundant | brisk | stronger | excessive | supranormal
    low: restricted | restriction | impeded | hindered | low | lower | decreased | decrease | reduced | reduction | dark | darker | hypo | diminished | faint | weak | absent | poor | loss | drop | lowered | diminution | suppressed | shortened | shorter | impaired | lessened | scant | scarce | sparse | weaker | deficient | lacking | subnormal | faintly | weakly | poorly | depressed
    some: low grade | slight | subtle | mild | moderate | modest
    iso: intermediate | iso | equal | similar | identical | same
  `,
  /** More or less than something else. */
  moreOrLess: `
    high: exceeds | exceed | exceeding | exceeded | above | higher than | greater than | more than | superior to | hotter than | stronger than | more intense than | more avid than | more active than | brighter than | outshines | surpasses | surpassing | in excess of | more tracer than | more uptake than | more activity than
    low: below | lower than | less than | inferior to | weaker than | fainter than | less intense than | less avid than | less active than | not exceeding | does not exceed | do not exceed | no more than | less tracer than | less uptake than | less activity than | under that of | not above | does not reach
  `,
  /** Before a word of high signal: "mildly avid". */
  faintly: `
    x: mildly | slightly | faintly | weakly | moderately | modestly | minimally | somewhat
  `,
  /** Behind its channel: "the signal drops". */
  signalVerb: `
    high: rises | rose | gains | increases | climbs | goes up | went up | intensifies | strengthens
    low: drops | dropped | falls | fell | decreases | declines | diminishes | fades | vanishes | disappears | goes down | went down | weakens
  `,
  /** How much something enhances. */
  enhancesLess: `
    x: reduced | decreased | poor | poorly | weak | weaker | weakly | less | hypo | diminished | faint | faintly | impaired | minimally | minimal | barely | scarcely | hardly
  `,
  enhancesMore: `
    x: avid | avidly | intense | intensely | strong | strongly | more | marked | markedly | vivid | vividly | increased | brisk | briskly | exaggerated | vigorous | vigorously | bright | brightly
  `,
  /** More or less of any quantity. */
  quantityDirection: `
    high: increased | elevated | raised | prolonged | heightened
    low: decreased | reduced | lowered | shortened | diminished | depressed
  `,
  /** Bright and dark as predicates: "the lesion is dark on T2". */
  signalTone: `
    high: bright | brighter | white | whitish | brightly
    low: dark | darker | black | blackish
  `,
  /** Of another image: what follows (>) or precedes (<). */
  otherImage: `
    >: compared with | compared to | in comparison with | comparison with | relative to | as opposed to | in contrast to | unlike | without correlate on | no correlate on | without a correlate on | not visible on | not visible in | not seen on | not seen in | invisible on | occult on | since | previous | prior | earlier | former | preceding | last | repeat | repeated | subsequent | than on | than in | instead of | rather than | confirmed on | confirmed by | correlation with
    <: not shown | not obtained | not available | not performed | not included | not displayed | not acquired | not illustrated | was normal | earlier | previously | ago | before | later | was not obtained | were not obtained | was not performed | had been
  `,
  imageSide: `
    x: of the image | of the picture | of the film | of the figure | of the screen | side of the image | side of the picture | side of the film | side of the figure | side of the screen | hand side of the image | of the radiograph as displayed | as viewed | of the photograph | side of the photograph | of the display | side of the display | on the image | in the image | side as viewed | side of the slice | of the slice | image side | side of the frame | of the frame | as displayed | of the panel
    <: image | viewer | image side | observer
  `,
  ownSide: `
    x: patient | anatomic | anatomical | true
  `,
} as const;

/** Classes of modality that may name the same examination. */
export const enModalityMeets: Readonly<Record<string, string>> = {
  CT: "CT PETCT angio",
  MR: "MR angio",
  US: "US",
  XR: "XR RF MG",
  MG: "MG XR",
  PET: "PET PETCT",
  PETCT: "PETCT PET CT",
  NM: "NM",
  XA: "XA angio RF XR",
  angio: "angio XA CT MR FA",
  RF: "RF XR XA",
  HISTO: "HISTO",
  FUNDUS: "FUNDUS PHOTO",
  FA: "FA angio",
  OCT: "OCT",
  ENDO: "ENDO",
  DERM: "DERM PHOTO",
  PHOTO: "PHOTO FUNDUS DERM ENDO",
  ECG: "ECG",
  SLIT: "SLIT PHOTO",
  ERCP: "ERCP RF XA",
  PTC: "PTC RF XA ERCP",
};

/** DICOM modality codes (PS3.3 C.7.3.1.1.1) and the words importers use, lower case. */
export const enModalityCodes: Readonly<Record<string, string>> = {
  ct: "CT",
  mr: "MR",
  mri: "MR",
  us: "US",
  ivus: "US",
  cr: "XR",
  dx: "XR",
  rg: "XR",
  px: "XR",
  io: "XR",
  "x-ray": "XR",
  xr: "XR",
  mg: "MG",
  pt: "PET",
  pet: "PET",
  nm: "NM",
  st: "NM",
  xa: "XA",
  dsa: "XA",
  rf: "RF",
  sm: "HISTO",
  gm: "HISTO",
  op: "FUNDUS",
  opt: "OCT",
  es: "ENDO",
  xc: "PHOTO",
  ecg: "ECG",
};
