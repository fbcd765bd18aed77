/** An element of a text in XML: its name without a prefix, and the text inside. */
export interface Element {
  readonly name: string;
  readonly inside: string;
}

/** What is no element: comments, instructions, and white space between elements. */
const between = /^(?:\s|<!--[^]*?-->|<\?[^]*?\?>)+/;
const start = /^<([^\s<>/!?]+)((?:\s(?:"[^"]*"|'[^']*'|[^<>"'])*?)?)(\/?)>/;

/** The elements that a text is, side by side; undefined where it has anything else, or one does not end. */
export function elementsOf(xml: string): Element[] | undefined {
  const found: Element[] = [];
  for (let rest = xml.replace(between, ""); rest !== ""; rest = rest.replace(between, "")) {
    const element = firstOf(rest);
    if (!element) return undefined;
    found.push(element);
    rest = rest.slice(element.length);
  }
  return found;
}

function firstOf(xml: string): (Element & { readonly length: number }) | undefined {
  const [tag, name = "", , empty] = start.exec(xml) ?? [];
  if (tag === undefined) return undefined;
  const local = name.replace(/^[^:]*:/, "");
  if (empty === "/") return { name: local, inside: "", length: tag.length };
  const open = [name];
  const next = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([^\s<>/!?]+)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g;
  next.lastIndex = tag.length;
  for (let match = next.exec(xml); match; match = next.exec(xml)) {
    const [whole, closes, other = "", ends] = match;
    if (other === "" || ends === "/") continue;
    if (closes === "") open.push(other);
    else if (open.pop() !== other) return undefined;
    if (open.length === 0) {
      return { name: local, inside: xml.slice(tag.length, match.index), length: match.index + whole.length };
    }
  }
  return undefined;
}
