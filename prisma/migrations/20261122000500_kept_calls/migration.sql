-- Requests whose case was held, or whose documents were withdrawn, while they waited for their turn.
ALTER TABLE "ModelCall" DROP CONSTRAINT "ModelCall_state";
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_state" CHECK ("state" IN ('sent', 'queued', 'answered', 'invalid', 'refused', 'truncated', 'filtered', 'unreadable', 'timeout', 'rate-limited', 'unavailable', 'unauthorised', 'rejected', 'over-budget', 'aborted', 'kept'));
