import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { withEagerModules } from "./eager-modules";

/** What the modules of a file give when they are called as webpack calls them. */
function answers(code: string): readonly unknown[] {
  const files: [readonly number[], Readonly<Record<string, (...given: unknown[]) => void>>][] = [];
  runInNewContext(code, { self: { files } });
  return Object.values(files[0]?.[1] ?? {}).map((factory) => {
    const made = { exports: {} };
    factory(made, made.exports, (id: number) => id * 2);
    return made.exports;
  });
}

const file =
  '"use strict";(self.files=self.files||[]).push([[7],{42:(e,t,r)=>{e.exports=[r(3),(e=>e+1)(1)]},43:e=>{e.exports={a:"}),("}},' +
  "44:function(e){e.exports=typeof this},45:e=>e.exports=4,46(e){e.exports=5}},e=>{e.O(0,[1],()=>{})}]);";

it("puts each module of a file in parentheses, and nothing else changes", () => {
  const eager = withEagerModules(file);
  expect(eager).toContain("42:(function(e,t,r){");
  expect(eager).toContain("44:(function(e){e.exports=typeof this})");
  expect(eager).toContain("45:e=>e.exports=4,46(e){e.exports=5}},e=>{e.O(0,[1],()=>{})}]);");
  expect(answers(eager)).toEqual(answers(file));
  expect(answers(eager)[0]).toEqual([6, 2]);
});

it("leaves a file that is none of webpack's as it is", () => {
  const other = "(()=>{const a={1:()=>{return 2}};a[1]()})();";
  expect(withEagerModules(other)).toBe(other);
});
