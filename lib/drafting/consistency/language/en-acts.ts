/** Things that one part does to another, in the words that say the same. A row is "act: wording | wording". */
export const enActs = {
  act: `
    reach: reach | reaches | reached | reaching | extend to | extends to | extended to | extending to | extend into | extends into | extended into | extending into | extends up to | extends down to | extends as far as | extending down to | extends through to | extension to | extension into | pass into | passes into | passed into | passing into | enter | enters | entered | entering | entry of | entry into | protrude into | protrudes into | protruding into | spread to | spreads to | spreading to | spread into | spreads into | grow into | grows into | growing into | continues into | runs into | drains into | spills into | bulges into
    cover: cover | covers | covering | covered
    involve: involve | involves | involving | affect | affects | affecting | reach as far as
    spare: spare | spares | sparing | sparing of | sparing the | leaves free | leaving free | stops short of | stop short of | stopping short of | falls short of | leaves out
    cross: cross | crosses | crossed | crossing | traverse | traverses | traversed | traversing
    invade: invade | invades | invaded | invading | infiltrate | infiltrates | infiltrated | infiltrating | penetrate | penetrates | penetrated | penetrating | breach | breaches | breached | breaching | transgress | transgresses | break through | breaks through | invasion of | penetration of | grow through | grows through | perforates | perforating
    arise: arise from | arises from | arose from | arising from | originate from | originates from | originating from | originates in | originate in | gives rise to | give rise to | giving rise to | gives off | give off | comes off | come from | comes from | takes its origin from | take origin from | originates at | arises at
    encase: encase | encases | encased | encasing | encasement of | surround | surrounds | surrounded | surrounding | encircles | encircle | encircling | envelops | enveloping
    touch: abut | abuts | abutted | abutting | touch | touches | touching | contact with | in contact with
    compress: compress | compresses | compressed | compressing | compression of | impinges on | impinge on | impinging on | indents | indent | indenting | indentation of
    communicate: communicate with | communicates with | communicating with | communication with | communication between | connects with | connect with | connected with | connected to | connects to | in communication with | connection with | connection to
    move: pass through | passes through | passed through | passage through | passage of | pass freely | passes freely | flow through | flows through | flowing through | progress through | progresses through | gets through | goes through | empties into | passage into
    fill: fill | fills | filled | filling | fill with contrast | fills with contrast | opacify | opacifies | opacified | opacification of | contrast filling of
    contain: contain | contains | contained | containing | harbors | harbours | harboring | holds | holding
    open into: open into | opens into | opening into | opens at
    narrow: narrows | narrowing of | constricts
    displace: displace | displaces | displacing | displacement of | pushes | push | pushing | deviates
  `,
  /** What is called spared: "sparing the fundus". */
  spares: `
    x: spare | spares | sparing | sparing of
  `,
} as const;
