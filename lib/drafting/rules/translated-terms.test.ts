import { expect, test } from "vitest";
import { translationFault } from "./translated-terms";

const english = "A 3.5 cm mass lies in the left lobe at L4 on T2. No right effusion.";

test.each([
  [english, "左叶L4水平见3.5 cm肿块，T2上可见。右侧未见积液。", null],
  [english, "左叶L4水平见3.5cm肿块，T2上可见。右侧未见积液。", null],
  [english, "右叶L4水平见3.5 cm肿块，T2上可见。右侧未见积液。", "左 is missing."],
  [english, "左叶L4水平见5.3 cm肿块，T2上可见。右侧未见积液。", '"3.5 cm" is missing.'],
  [english, "左叶L5水平见3.5 cm肿块，T2上可见。右侧未见积液。", '"L4" is missing.'],
  [english, "左叶L4水平见3.5 cm肿块，T2上可见。右侧见积液。", "a negation such as 无 or 未 is missing."],
  [english, "左叶L4水平见3.5 cm肿块和2 mm结节，T2上可见。右侧未见积液。", '"2 mm" is not in the text.'],
  ["A mass in the left kidney.", "左肾与右肾见肿块。", "右 is not in the text."],
  ["A mass of about 12 mm in the liver.", "肝内见约12 mm左右的肿块。", null],
  ["Two cysts in both kidneys of a 45-year-old.", "45岁，双肾见2个囊肿。", null],
  ["The red arrow shows the cyst.", "白色箭头示囊肿。", "红 is missing."],
])("%s / %s", (source, translated, fault) => {
  expect(translationFault(source, translated)).toBe(fault);
});
