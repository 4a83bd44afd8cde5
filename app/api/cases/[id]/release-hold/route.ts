import { holdDoor } from "@/app/api/_door/hold";
import { releaseHold } from "@/lib/reading/mutations/settle-hold";

export const POST = holdDoor(releaseHold);
