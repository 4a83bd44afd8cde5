declare module "@cornerstonejs/codec-openjph" {
  interface Htj2kDecoder {
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    getFrameInfo(): { readonly bitsPerSample: number; readonly isSigned: boolean };
    getDecodedBuffer(): Uint8Array<ArrayBuffer>;
    delete(): void;
  }
  interface OpenJphModule {
    readonly HTJ2KDecoder: new () => Htj2kDecoder;
  }
  export default function openjph(): Promise<OpenJphModule>;
}
