"use client";
import { ChevronDown } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useReview, useViewerOf } from "./context";

/** What viewports share besides scrolling: window, reference lines, and which slices belong together. */
export function LinkMenu() {
  const { viewer } = useReview();
  const windowLinked = useViewerOf((state) => state.windowLinked);
  const lines = useViewerOf((state) => state.referenceLines);
  const { toggleWindowLinked, toggleReferenceLines, matchHere } = viewer.getState();
  const items: readonly MenuItem[] = [
    { id: "window", label: "Window together", checked: windowLinked, onSelect: toggleWindowLinked },
    { id: "lines", label: "Reference lines", checked: lines, onSelect: toggleReferenceLines },
    { id: "match", label: "Slices shown belong together", onSelect: matchHere },
  ];
  return (
    <Menu
      label="Viewports together"
      items={items}
      width={220}
      trigger={(props) => (
        <IconButton {...props} size="sm" label="Viewports together" icon={<ChevronDown size={14} />} />
      )}
    />
  );
}
