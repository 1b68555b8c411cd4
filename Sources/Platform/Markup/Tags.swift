/// The elements without attributes of their own.
public enum Plain {}

public func div<C: HTML>(_ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C) -> Element<C> { Element("div", attributes, content()) }
