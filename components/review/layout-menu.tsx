"use client";
import { ChevronDown } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { fits, smallestViewport } from "@/lib/hanging/rules/room";
import type { LayoutName } from "@/lib/hanging/types";
import { useReview, useUi, useViewerOf } from "./context";
import { hangAsOwn, hangAsRule, ruleNow } from "./hanging";
import { useReviewKey } from "./live-keys";

const names: Readonly<Record<LayoutName, string>> = {
  "1x1": "One viewport",
  "1x2": "Two side by side",
  "2x1": "Two, one above the other",
  "2x2": "Four viewports",
  "2x3": "Six viewports",
};

/** All layouts, the rule that hung the case, and the reader's own arrangements for cases of its kind. */
export function LayoutMenu() {
  const review = useReview();
  const { ui, viewer } = review;
  const keyOf = useReviewKey();
  const layout = useViewerOf((state) => state.layout);
  const room = useViewerOf((state) => state.room);
  const layouts = useUi((state) => state.layouts);
  const hungBy = useUi((state) => state.hungBy);
  const rule = ruleNow(review);
  const own = layouts.filter((one) => one.kind === rule.kind);
  const grids = (Object.keys(names) as LayoutName[]).map((name): MenuItem => {
    const tooSmall = room !== null && !fits(name, room);
    return {
      id: name,
      label: names[name],
      checked: layout === name,
      disabledReason: tooSmall
        ? `Viewports would be smaller than ${smallestViewport} x ${smallestViewport} pixels.`
        : null,
      onSelect: () => viewer.getState().setLayout(name),
    };
  });
  const items: readonly MenuItem[] = [
    ...grids,
    {
      id: "rule",
      group: "Hung by",
      label: `Rule: ${rule.ruleLabel}`,
      keys: keyOf("hang-rule"),
      checked: hungBy === null,
      onSelect: () => hangAsRule(review),
    },
    ...own.map((one) => ({
      id: one.id,
      label: one.standard ? `${one.name} (opens these cases)` : one.name,
      checked: hungBy === one.id,
      onSelect: () => hangAsOwn(review, one),
    })),
    {
      id: "keep",
      group: "Your layouts",
      label: "Save or delete a layout",
      keys: keyOf("layouts"),
      onSelect: () => ui.setState({ dialog: { kind: "layouts" } }),
    },
  ];
  return (
    <Menu
      label="Layouts"
      width={280}
      items={items}
      trigger={(props) => (
        <IconButton
          {...props}
          size="sm"
          side="top"
          label={`Layouts. Hung by: ${own.find((one) => one.id === hungBy)?.name ?? rule.ruleLabel}`}
          icon={<ChevronDown size={14} />}
        />
      )}
    />
  );
}
