import { DoorPage } from "@/components/account/door-page";
import { SetupForm } from "@/components/account/setup-form";
import { redeemLink } from "@/lib/auth/actions";
import { loadSetupLink } from "@/lib/auth/loaders";

export const metadata = { title: "Set up" };

export default async function SetupPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  const link = await loadSetupLink(token);
  const first = link.purpose === "first-admin";
  return (
    <DoorPage
      title={first ? "First admin" : "Choose a password"}
      lead={first ? "This account can make projects and add people." : "The link works once."}
    >
      <SetupForm token={token} email={first ? null : link.email} redeem={redeemLink} />
    </DoorPage>
  );
}
