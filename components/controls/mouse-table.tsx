import { Select } from "@/components/ui/select";
import {
  type DragAction,
  type DragGesture,
  type DragKind,
  dragActions,
  dragKinds,
  type WheelGesture,
} from "@/components/viewer/mouse";
import type { Controls } from "@/lib/auth/schema";
import { liveMouse } from "./bindings";
import { gestureWords, mouseActionWords } from "./mouse-words";
import { profileOf } from "./profiles";

const drags = ["left", "middle", "right"] as const;
const modifiers = ["", "shift+", "ctrl+"] as const;
const optionsOf = (actions: readonly (DragAction | DragKind)[]) =>
  actions.map((value) => ({ value, label: mouseActionWords(value) }));
const dragOptions = optionsOf(dragActions);
const wheelOptions = optionsOf(dragKinds);

/** What each button of the mouse does in a viewport. */
export function MouseTable({
  controls,
  onChange,
}: {
  readonly controls: Controls;
  readonly onChange: (next: Controls) => void;
}) {
  const mouse = liveMouse(controls);
  const usual = profileOf(controls).mouse;
  const set = (name: string, value: string, back: string) => {
    const { [name]: _, ...others } = controls.mouse;
    onChange({ ...controls, mouse: value === back ? others : { ...others, [name]: value } });
  };
  const drag = (gesture: DragGesture) => (
    <Select
      label={gestureWords(gesture)}
      options={dragOptions}
      value={mouse.drags[gesture]}
      onChange={(event) => set(gesture, event.target.value, usual.drags[gesture])}
    />
  );
  const wheel = (gesture: WheelGesture) => (
    <Select
      label={gestureWords(gesture)}
      options={wheelOptions}
      value={mouse.wheels[gesture]}
      onChange={(event) => set(gesture, event.target.value, usual.wheels[gesture])}
    />
  );
  const draws = Object.values(mouse.drags).includes("tool");
  return (
    <section aria-labelledby="mouse-title" className="mt-8">
      <h2 id="mouse-title" className="text-16 font-semi">
        Mouse in a viewport
      </h2>
      <table className="mt-2 w-full table-fixed border-collapse text-12">
        <thead>
          <tr className="border-b border-ln1 text-left text-fg3">
            <th scope="col" className="h-8 font-med">
              Gesture
            </th>
            <th scope="col" className="font-med">
              Alone
            </th>
            <th scope="col" className="font-med">
              With Shift
            </th>
            <th scope="col" className="font-med">
              With Ctrl
            </th>
          </tr>
        </thead>
        <tbody>
          {drags.map((button) => (
            <tr key={button} className="border-b border-ln1">
              <th scope="row" className="h-10 text-left font-[430] text-fg2">
                {gestureWords(button)}
              </th>
              {modifiers.map((modifier) => (
                <td key={modifier} className="pr-3">
                  {drag(`${modifier}${button}`)}
                </td>
              ))}
            </tr>
          ))}
          <tr className="border-b border-ln1">
            <th scope="row" className="h-10 text-left font-[430] text-fg2">
              {gestureWords("wheel")}
            </th>
            {modifiers.map((modifier) => (
              <td key={modifier} className="pr-3">
                {wheel(`${modifier}wheel`)}
              </td>
            ))}
          </tr>
          <tr className="border-b border-ln1">
            <th scope="row" className="h-10 text-left font-[430] text-fg2">
              In hand when a case opens
            </th>
            <td className="pr-3">
              <Select
                label="In hand when a case opens"
                options={wheelOptions}
                value={mouse.start}
                onChange={(event) => set("start", event.target.value, usual.start)}
              />
            </td>
            <td colSpan={2} className="text-fg3">
              Window: across is width, up and down is level.
            </td>
          </tr>
        </tbody>
      </table>
      {draws ? null : (
        <p role="alert" className="mt-2 text-12 text-wa">
          No button draws now. Give one of them the tool in hand.
        </p>
      )}
      <p className="mt-2 text-12 text-fg3">
        Touch: one finger does what the left button does, two fingers pan and zoom, a long press and drag is
        the window, a double tap shows one viewport alone.
      </p>
    </section>
  );
}
