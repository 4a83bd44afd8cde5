/** Findings that are a state of the part they are said of, so that "normal" and "intact" deny them. */
export const statesOfParts = new Set(
  "widening hydronephrosis hydroureter hydrocephalus dilatation enlargement thickening thinning tear fracture erosion thrombus occlusion stenosis displacement atrophy edema inflammation obstruction compression invasion avulsion retraction opacity degeneration calcification dislocation subluxation malalignment injury malposition effacement lysis detachment hernia perforation encasement involvement contusion swelling sclerosis necrosis infarction bulge protrusion extrusion loosening lymphadenopathy splenomegaly hepatomegaly cardiomegaly atelectasis hypertrophy osteopenia tendinopathy desiccation dissection distortion elevation flattening depression narrowing aneurysm dysplasia hyperplasia".split(
    " ",
  ),
);

/** Findings that are no state of the part they are found in. */
export const notOfPart = new Set(
  "enhancement change extension confined elevation wedge round oval solid homogeneous heterogeneous irregular well-defined lobulation papillary bulky exophytic differentiated ring catheter stent clip screw plate pacemaker prosthesis flow pregnancy fetus follicle gestational-sac heartbeat trauma pain uptake aeration union corpus-luteum viable shadowing air fluid hyperintensity bifurcation foreign-body full-thickness tapering bridging contact spot-compression".split(
    " ",
  ),
);

/** Findings that name the part they are a state of. */
export const partOf: Readonly<Record<string, string>> = {
  lymphadenopathy: "lymph node",
  splenomegaly: "spleen",
  hepatomegaly: "liver",
  cardiomegaly: "heart",
  hydronephrosis: "renal pelvis",
  hydroureter: "ureter",
  hydrocephalus: "ventricular system",
};
