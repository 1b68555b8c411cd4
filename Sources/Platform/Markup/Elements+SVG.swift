/// A drawing, or a drawing placed in another.
public func svg<C: HTML>(
  _ attributes: Attribute<Tags.Drawing>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Drawing, C> { Element("svg", attributes, content()) }

/// Shapes kept together.
public func g<C: HTML>(
  _ attributes: Attribute<Tags.Shape>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Shape, C> { Element("g", attributes, content()) }

/// Shapes for later use.
public func defs<C: HTML>(
  _ attributes: Attribute<Tags.Shape>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Shape, C> { Element("defs", attributes, content()) }

/// A shape for later `use`.
public func symbol<C: HTML>(
  _ attributes: Attribute<Tags.Drawing>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Drawing, C> { Element("symbol", attributes, content()) }

/// A shape repeated as a filling.
public func pattern<C: HTML>(
  _ attributes: Attribute<Tags.Drawing>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Drawing, C> { Element("pattern", attributes, content()) }

/// Text in a drawing; named so that it does not hide a local `text`.
public func text_<C: HTML>(
  _ attributes: Attribute<Tags.Shape>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Shape, C> { Element("text", attributes, content()) }

/// What a shape shows, for those who cannot see it.
public func title_<C: HTML>(
  _ attributes: Attribute<Tags.Shape>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Shape, C> { Element("title", attributes, content()) }

/// The rules of a drawing that is a document of its own; pages have a stylesheet instead.
public func style_(_ rules: StaticString) -> Element<Tags.Shape, Raw> {
  Element("style", [], Raw(rules))
}

/// A straight line.
public func line(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("line", attributes, closed: true)
}

/// A rectangle.
public func rect(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("rect", attributes, closed: true)
}

/// A circle.
public func circle(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("circle", attributes, closed: true)
}

/// A line of any shape, by its `.d`.
public func path(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("path", attributes, closed: true)
}

/// A line through points.
public func polyline(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("polyline", attributes, closed: true)
}

/// A closed line through points.
public func polygon(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("polygon", attributes, closed: true)
}

/// A copy of a shape with an id.
public func use(_ attributes: Attribute<Tags.Shape>...) -> VoidElement<Tags.Shape> {
  VoidElement("use", attributes, closed: true)
}
