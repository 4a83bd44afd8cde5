import Image from "next/image";

/** A small square picture that only a session may see, so the image optimiser stays out of it. Size in CSS pixels. */
export function PrivateImage({
  src,
  alt,
  size,
}: {
  readonly src: string;
  readonly alt: string;
  readonly size: number;
}) {
  return (
    <Image
      unoptimized
      src={src}
      alt={alt}
      width={size}
      height={size}
      className="size-full object-cover"
      draggable={false}
      fetchPriority="low"
    />
  );
}

/** A picture in its own proportions, as wide as its place and lower than the window, loaded when it comes into view. */
export function PrivatePicture({ src, alt }: { readonly src: string; readonly alt: string }) {
  return (
    <Image
      unoptimized
      src={src}
      alt={alt}
      width={608}
      height={608}
      loading="lazy"
      className="h-auto max-h-[72vh] w-full rounded-chip bg-black object-contain"
      draggable={false}
    />
  );
}
