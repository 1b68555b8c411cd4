/// A part without a meaning of its own.
public func div<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("div", attributes, content()) }

/// A part with a heading of its own.
public func section<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("section", attributes, content()) }

/// A part that can stand alone.
public func article<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("article", attributes, content()) }

/// Links to other pages or parts.
public func nav<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("nav", attributes, content()) }

/// The beginning of a page or part.
public func header<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("header", attributes, content()) }

/// The end of a page or part.
public func footer<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("footer", attributes, content()) }

/// What the page is about; one a page.
public func main<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("main", attributes, content()) }

/// What stands beside the main matter.
public func aside<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("aside", attributes, content()) }

/// The title of the page; one a page.
public func h1<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("h1", attributes, content()) }

/// The heading of a part.
public func h2<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("h2", attributes, content()) }

/// The heading of a part of a part.
public func h3<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("h3", attributes, content()) }

/// The lowest heading in use.
public func h4<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("h4", attributes, content()) }

/// A picture or chart with its caption.
public func figure<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("figure", attributes, content()) }

/// The caption of a figure.
public func figcaption<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("figcaption", attributes, content()) }

/// A part that opens on request.
public func details<C: HTML>(
  _ attributes: Attribute<Tags.Details>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Details, C> { Element("details", attributes, content()) }

/// The line that opens `details`.
public func summary<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("summary", attributes, content()) }

/// A change of subject.
public func hr(_ attributes: Attribute<Plain>...) -> VoidElement<Plain> {
  VoidElement("hr", attributes)
}
