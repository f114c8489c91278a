import { createTransport, type Transporter } from 'nodemailer';
import type { Backend, Settings, WaitingMail } from '#server/backend/index.ts';
import type { FileStore } from '#server/files/store.ts';
import { log } from '#server/log.ts';
import { invitationOf } from './invitation.ts';
import { renderMail } from './render.ts';

export interface Mailer {
	/** Sends what waits now; answers how many left. */
	round(): Promise<number>;
	/** Lets the round under way end. */
	stop(): Promise<void>;
}

const everyMs = 2000;
const patience = 6;

/** In a demonstration nothing leaves for a real address: only `.test`, which no network knows (RFC 2606). */
const mayLeave = (mail: WaitingMail, demo: boolean) => !demo || /\.test$/.test(mail.toEmail);

/** Sends one; answers what it brought into a calendar, to be kept as it left. */
async function deliver(
	transport: Transporter,
	o: { files: FileStore; settings: Settings },
	mail: WaitingMail
): Promise<string | null> {
	const { subject, text, html } = renderMail(mail.kind, mail.data, o.settings.siteUrl);
	const invitation = invitationOf(mail, o.settings);
	const attachments = mail.attachmentKey
		? [
				{
					filename: mail.attachmentName ?? 'document.docx',
					content: Buffer.from(await o.files.get(mail.attachmentKey))
				}
			]
		: [];
	await transport.sendMail({
		from: o.settings.mailFrom,
		to: mail.toEmail,
		subject,
		text,
		html,
		attachments,
		...(invitation && {
			icalEvent: { method: invitation.method, filename: 'invitation.ics', content: invitation.text },
			replyTo: mail.convocation?.content.organiser?.email
		}),
		messageId: `<${mail.id}@jalon>`
	});
	return invitation?.text ?? null;
}

/**
 * Sends what the store's acts have written. Without `SMTP_URL` mails wait in the outbox, where an administrator sees
 * their envelopes. A mail that cannot leave is tried again, later and later, six times.
 */
export function startMailer(o: { backend: Backend; files: FileStore; settings: Settings }): Mailer {
	const { door } = o.backend;
	if (!door || !o.settings.smtpUrl) return { round: async () => 0, stop: async () => {} };
	const transport = createTransport(o.settings.smtpUrl);
	let under: Promise<number> = Promise.resolve(0);
	const send = async (): Promise<number> => {
		const demo = await door.isDemo();
		let left = 0;
		for (const mail of await door.takeMails(20)) {
			try {
				if (!mayLeave(mail, demo)) {
					await door.settleMail(mail.id, { kept: true });
					continue;
				}
				const calendar = await deliver(transport, o, mail);
				await door.settleMail(mail.id, { sent: true, calendar });
				left += 1;
			} catch (error) {
				log.warn({ err: error, mail: mail.id }, 'a mail did not leave');
				await door.settleMail(mail.id, {
					sent: false,
					error: (error as Error).message.slice(0, 300),
					retry: mail.attempts < patience
				});
			}
		}
		return left;
	};
	const round = () => (under = under.then(send, send));
	const timer = setInterval(
		() => void round().catch((error: unknown) => log.warn({ err: error }, 'mail round')),
		everyMs
	);
	timer.unref();
	return {
		round,
		stop: async () => {
			clearInterval(timer);
			await under.catch(() => 0);
			transport.close();
		}
	};
}
