/** Sharp on a projector, and within what every browser lets a canvas be. */
const SCALE = 2;
const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 16_000;

/** How far a picture may be enlarged. */
export const scaleFor = (width: number, height: number): number =>
	Math.min(SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));

/**
 * Draws an SVG of this site to a PNG and hands it to the person as a download: the browser does it, so that the server
 * needs no library for it.
 * @throws when the picture cannot be fetched or drawn
 */
export async function downloadPng(src: string, name: string): Promise<void> {
	const answer = await fetch(src);
	if (!answer.ok) throw new Error(`picture: ${answer.status}`);
	const from = URL.createObjectURL(new Blob([await answer.text()], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = from;
		await image.decode();
		const scale = scaleFor(image.naturalWidth, image.naturalHeight);
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(image.naturalWidth * scale);
		canvas.height = Math.round(image.naturalHeight * scale);
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!blob) throw new Error('picture: no image');
		const to = URL.createObjectURL(blob);
		Object.assign(document.createElement('a'), { href: to, download: name }).click();
		// The download has begun by then.
		setTimeout(() => URL.revokeObjectURL(to), 10_000);
	} finally {
		URL.revokeObjectURL(from);
	}
}
