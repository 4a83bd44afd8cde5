declare module "@cornerstonejs/codec-charls" {
  interface JpegLsDecoder {
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    getDecodedBuffer(): Uint8Array;
    /** 0: plane by plane, 1: line by line, 2: sample by sample; both latter come out by pixel. */
    getInterleaveMode(): number;
    delete(): void;
  }
  interface CharLsModule {
    readonly JpegLSDecoder: new () => JpegLsDecoder;
  }
  export default function charls(): Promise<CharLsModule>;
}
