import { holdDoor } from "@/app/api/_door/hold";
import { markHeldUnusable } from "@/lib/reading/mutations/settle-hold";

export const POST = holdDoor(markHeldUnusable);
