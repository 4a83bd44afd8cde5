/**
 * A file that cannot be taken. Thrown from anywhere below one file's reading and turned into a Refusal in one place,
 * where the decoders' own exceptions arrive as well. The sentence never repeats text of the file.
 */
export class RefusedFile extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = "RefusedFile";
  }
}
