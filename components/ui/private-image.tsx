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
    />
  );
}
