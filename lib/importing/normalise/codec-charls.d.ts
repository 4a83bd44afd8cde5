declare module "@cornerstonejs/codec-charls" {
  interface JpegLsDecoder {
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    getDecodedBuffer(): Uint8Array;
    delete(): void;
  }
  interface CharLsModule {
    readonly JpegLSDecoder: new () => JpegLsDecoder;
  }
  export default function charls(): Promise<CharLsModule>;
}
