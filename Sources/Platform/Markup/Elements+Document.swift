/// The whole document.
public func html<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("html", attributes, content()) }

/// What browsers and search engines read first.
public func head<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("head", attributes, content()) }

/// What people see.
public func body<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("body", attributes, content()) }

/// The name of the document in tabs and searches.
public func title<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("title", attributes, content()) }

/// A fact about the document.
public func meta(_ attributes: Attribute<Tags.Meta>...) -> VoidElement<Tags.Meta> {
  VoidElement("meta", attributes)
}

/// A file the document needs, such as its stylesheet.
public func link(_ attributes: Attribute<Tags.Link>...) -> VoidElement<Tags.Link> {
  VoidElement("link", attributes)
}

/// A script kept in a file of its own.
public func script<C: HTML>(
  _ attributes: Attribute<Tags.Script>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Script, C> { Element("script", attributes, content()) }
