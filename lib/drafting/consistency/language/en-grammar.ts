/** Verbs that join what a sentence speaks of with what it says of it, in their plain form. */
const verbs =
  "cast show demonstrate reveal see note identify display visualize visualise depict appear observe find detect contain include measure represent indicate describe exhibit document give make take extend reach arise originate come lead cause produce lie occupy surround abut touch contact encase compress displace efface invade infiltrate involve affect erode narrow occlude obstruct cross cover overlie underlie fill line suggest favour favor confirm exclude prove raise reflect correspond consist comprise bear carry hold span measure amount project point mark denote drain supply feed arise end terminate begin start stop run pass enter leave remain become undergo receive develop follow accompany associate complicate resemble mimic seem look lack spare keep retain lose gain move change grow shrink resolve disappear persist progress regress improve worsen recur occur happen turn result permit allow require need treat perform obtain acquire administer insert place carry leave separate communicate connect join continue terminate merge protrude bulge push pull shift elevate depress stretch bow";

const irregular =
  "seen saw shown found arisen arose came led lain took taken gave given made became underwent undergone kept held lost grew grown shrank shrunk ran began begun ended lies lying has had have is are was were be been being am does did do can could may might must will would should shall";

function inflected(verb: string): string[] {
  const base = verb.replace(/e$/, "");
  const doubled = /^(?:stop|run|abut|occur|recur|permit|begin|drop)$/.test(verb)
    ? `${verb}${verb.at(-1)}`
    : base;
  const third = /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  return [verb, third, `${doubled}ed`, `${doubled}ing`];
}

/** Words in all their forms that end a noun phrase. */
export const enVerbs = [...new Set([...verbs.split(" ").flatMap(inflected), ...irregular.split(" ")])].join(
  " ",
);

/** Words that hang a phrase on the one before it. */
export const enPrepositions =
  "of in at within along on from to near around over under above below behind beside through throughout into onto across between inside adjacent involving affecting";

/** Words that do not part a noun phrase from the word before it. */
export const enArticles = "the a an its their his her this that these those both each either any some no all";

/** How long, wide, thick something is: with a figure before them they name no finding. */
export const enDimensions =
  "thick thickness wide width long length deep depth high height broad breadth tall raised elevated dilated distended widened thickened narrowed displaced depressed shortened";
