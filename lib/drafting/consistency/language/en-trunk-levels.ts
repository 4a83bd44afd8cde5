/** Places of breast, belly and aorta that exclude each other within a group. A row is "value: wording | wording". */
export const enTrunkLevels: Readonly<Record<string, string>> = {
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
  `,
  "renal level": `
    suprarenal: suprarenal aorta | suprarenal aneurysm | is suprarenal
    juxtarenal: juxtarenal
    infrarenal: infrarenal | infrarenal aorta
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
  "hepatic vein": `
    middle: middle hepatic vein
    left or right: right hepatic vein | left hepatic vein
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
  "uterine position": `
    anteverted: anteverted | anteversion
    retroverted: retroverted | retroversion
  `,
  "femoral artery": `
    superficial femoral: superficial femoral artery
    deep femoral: deep femoral artery | profunda femoris
    common femoral: common femoral artery
  `,
  "biliary level": `
    intrahepatic: intrahepatic bile ducts | intrahepatic ducts
    extrahepatic: extrahepatic bile ducts | extrahepatic duct
  `,
};
