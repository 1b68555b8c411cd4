/// A paragraph.
public func p<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("p", attributes, content()) }

/// Text without a meaning of its own.
public func span<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("span", attributes, content()) }

/// Text of importance.
public func strong<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("strong", attributes, content()) }

/// Text with stress.
public func em<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("em", attributes, content()) }

/// Text that stands out, such as the headline of a chart.
public func b<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("b", attributes, content()) }

/// A side remark.
public func small<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("small", attributes, content()) }

/// Text for a machine, such as a command.
public func code<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("code", attributes, content()) }

/// Text whose spaces and line ends count.
public func pre<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("pre", attributes, content()) }

/// A short form; `.title` gives the long one.
public func abbr<C: HTML>(
  _ attributes: Attribute<Tags.Abbreviation>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Abbreviation, C> { Element("abbr", attributes, content()) }

/// A date or time; `.datetime` gives it for machines.
public func time<C: HTML>(
  _ attributes: Attribute<Tags.Time>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Time, C> { Element("time", attributes, content()) }

/// A passage from elsewhere.
public func blockquote<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("blockquote", attributes, content()) }

/// Text below the line.
public func sub<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("sub", attributes, content()) }

/// Text above the line.
public func sup<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("sup", attributes, content()) }

/// A link.
public func a<C: HTML>(
  _ attributes: Attribute<Tags.A>..., @HTMLBuilder content: () -> C
) -> Element<Tags.A, C> { Element("a", attributes, content()) }

/// A new line within a paragraph.
public func br(_ attributes: Attribute<Plain>...) -> VoidElement<Plain> {
  VoidElement("br", attributes)
}

/// A picture from a file; `.alt` says what it shows.
public func img(_ attributes: Attribute<Tags.Image>...) -> VoidElement<Tags.Image> {
  VoidElement("img", attributes)
}
