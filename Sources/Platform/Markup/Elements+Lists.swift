/// A list in no order.
public func ul<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("ul", attributes, content()) }

/// A list in order.
public func ol<C: HTML>(
  _ attributes: Attribute<Tags.OrderedList>..., @HTMLBuilder content: () -> C
) -> Element<Tags.OrderedList, C> { Element("ol", attributes, content()) }

/// One item of a list.
public func li<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("li", attributes, content()) }

/// Names with what belongs to them.
public func dl<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("dl", attributes, content()) }

/// A name in a `dl`.
public func dt<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("dt", attributes, content()) }

/// What belongs to a name in a `dl`.
public func dd<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("dd", attributes, content()) }
