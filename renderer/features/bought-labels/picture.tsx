import {useEffect, useRef} from 'react';

interface PictureProps {
  readonly picture: Blob;
  /** What it shows; blank where everything on it stands beside it as text. */
  readonly alt: string;
  readonly className?: string | undefined;
}

/** A picture that is nowhere but in this window. */
export function Picture({picture, alt, className}: PictureProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(picture);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return <img ref={image} alt={alt} className={className} />;
}
