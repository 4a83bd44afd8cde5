/** Places of the limbs that exclude each other within a group. A row is "value: wording | wording". */
export const enLimbLevels: Readonly<Record<string, string>> = {
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
  attachment: `
    femoral attachment: femoral attachment | femoral insertion | femoral origin | femoral end
    tibial attachment: tibial attachment | tibial insertion | tibial end
    patellar attachment: patellar attachment | patellar insertion | patellar end | patellar origin
    fibular attachment: fibular attachment | fibular insertion | fibular end
    humeral attachment: humeral attachment | humeral insertion | humeral end
    glenoid attachment: glenoid attachment | glenoid insertion | glenoid end
    ulnar attachment: ulnar attachment | ulnar insertion
    radial attachment: radial attachment | radial insertion
    calcaneal attachment: calcaneal attachment | calcaneal insertion
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
};
