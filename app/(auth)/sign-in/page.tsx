import { DoorPage } from "@/components/account/door-page";
import { SignInForm } from "@/components/account/sign-in-form";

export const metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly [name: string]: string | readonly string[] | undefined }>;
}) {
  const { next, callbackUrl } = await searchParams;
  const wanted = next ?? callbackUrl;
  return (
    <DoorPage title="Sign in" lead="Continue to your cases.">
      <SignInForm next={typeof wanted === "string" ? wanted : null} />
    </DoorPage>
  );
}
