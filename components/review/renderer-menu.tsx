"use client";
import { Cpu, Gpu } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { Renderer } from "@/components/viewer/store-state";
import { useReview, useViewerOf } from "./context";

const renderers: readonly { readonly id: Renderer; readonly label: string; readonly words: string }[] = [
  { id: "webgl", label: "Graphics processor (WebGL)", words: "the graphics processor" },
  { id: "cpu", label: "Processor", words: "the processor" },
];

/** What draws the images on this device, and the way to change it. The choice is kept for the device. */
export function RendererMenu() {
  const { viewer } = useReview();
  const renderer = useViewerOf((state) => state.renderer);
  const now = renderers.find(({ id }) => id === renderer);
  if (!now) return null;
  return (
    <Menu
      label="Images are drawn by"
      align="end"
      width={232}
      heading={<p className="px-2 py-1 text-11 text-fg3">Images on this device are drawn by</p>}
      items={renderers.map(({ id, label }) => ({
        id,
        label,
        checked: id === renderer,
        onSelect: () => viewer.getState().setRenderer(id),
      }))}
      trigger={(props) => (
        <IconButton
          {...props}
          size="sm"
          side="top"
          label={`Drawn by ${now.words}`}
          icon={renderer === "webgl" ? <Gpu size={16} /> : <Cpu size={16} />}
        />
      )}
    />
  );
}
