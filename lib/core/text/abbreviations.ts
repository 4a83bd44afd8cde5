const words = (list: string) => new Set(list.split(" "));

/** After these a full stop never ends a sentence. Lower case, without the stop. */
export const neverFinal = words(
  "e.g i.e eg ie vs cf fig figs dr drs mr mrs ms prof st approx ca ref refs eq tab diff resp viz nr incl excl",
);

/** After these a full stop ends a sentence only before a capital letter. */
export const seldomFinal = words(
  "etc al yr yrs hr hrs wk wks mo mos min max lat ant post sup inf med dist prox diam dept inc ltd jr sr vol a.m p.m y.o b.i.d t.i.d dx hx rx fx",
);

/** "No. 5" is a number, "No. The mass ..." an answer. */
export const finalUnlessNumber = words("no nos sec pp p vol ch");

/** Before these a single capital letter is a name of a thing, not an initial: "hepatitis B. The liver ...". */
export const lettered = words(
  "vitamin hepatitis type grade class stage group panel panels figure image images case part level zone and or to in",
);
