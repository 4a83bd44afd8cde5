-- AlterTable
ALTER TABLE "Region" ADD COLUMN     "colour" TEXT NOT NULL DEFAULT 'cyan',
ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Region" DROP CONSTRAINT "Region_kind";
ALTER TABLE "Region" ADD CONSTRAINT "Region_kind" CHECK ("kind" IN ('ellipse', 'rectangle', 'freehand', 'spline', 'arrow', 'length', 'bidirectional', 'angle', 'probe'));
ALTER TABLE "Region" ADD CONSTRAINT "Region_colour" CHECK ("colour" IN ('cyan', 'lime', 'violet', 'pearl', 'copper'));
