/** Whether two values would be the same JSON: a field that is undefined is none, and the order of fields tells nothing. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one, other);
  const [fields, others] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  for (const name in fields) if (!isSameValue(fields[name], others?.[name])) return false;
  for (const name in others) if (others[name] !== undefined && fields?.[name] === undefined) return false;
  return true;
}

function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (!isSameValue(one[at], other[at])) return false;
  return true;
}
