/// Figures or facts in rows and columns.
public func table<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("table", attributes, content()) }

/// The name of a table.
public func caption<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("caption", attributes, content()) }

/// The rows of column headers.
public func thead<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("thead", attributes, content()) }

/// The rows of a table.
public func tbody<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("tbody", attributes, content()) }

/// The rows of totals.
public func tfoot<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("tfoot", attributes, content()) }

/// A row.
public func tr<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("tr", attributes, content()) }

/// A header of a row or column.
public func th<C: HTML>(
  _ attributes: Attribute<Tags.HeaderCell>..., @HTMLBuilder content: () -> C
) -> Element<Tags.HeaderCell, C> { Element("th", attributes, content()) }

/// A cell.
public func td<C: HTML>(
  _ attributes: Attribute<Tags.Cell>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Cell, C> { Element("td", attributes, content()) }
