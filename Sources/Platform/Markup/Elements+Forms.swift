/// A form; those that change anything use `.method(.post)`.
public func form<C: HTML>(
  _ attributes: Attribute<Tags.Form>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Form, C> { Element("form", attributes, content()) }

/// The name of a field, by its `.for`.
public func label<C: HTML>(
  _ attributes: Attribute<Tags.Label>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Label, C> { Element("label", attributes, content()) }

/// A field of one line, a box to tick, or a hidden value.
public func input(_ attributes: Attribute<Tags.Input>...) -> VoidElement<Tags.Input> {
  VoidElement("input", attributes)
}

/// A field of several lines; it keeps a line end its value begins with.
public func textarea<C: HTML>(
  _ attributes: Attribute<Tags.TextArea>..., @HTMLBuilder content: () -> C
) -> Element<Tags.TextArea, C> { Element("textarea", attributes, content()) }

/// A choice from a list.
public func select<C: HTML>(
  _ attributes: Attribute<Tags.Select>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Select, C> { Element("select", attributes, content()) }

/// Options under one name.
public func optgroup<C: HTML>(
  _ attributes: Attribute<Tags.OptionGroup>..., @HTMLBuilder content: () -> C
) -> Element<Tags.OptionGroup, C> { Element("optgroup", attributes, content()) }

/// One choice of a `select`.
public func option<C: HTML>(
  _ attributes: Attribute<Tags.Option>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Option, C> { Element("option", attributes, content()) }

/// Fields that answer one question.
public func fieldset<C: HTML>(
  _ attributes: Attribute<Tags.FieldSet>..., @HTMLBuilder content: () -> C
) -> Element<Tags.FieldSet, C> { Element("fieldset", attributes, content()) }

/// The question of a `fieldset`.
public func legend<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("legend", attributes, content()) }

/// A button.
public func button<C: HTML>(
  _ attributes: Attribute<Tags.Button>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Button, C> { Element("button", attributes, content()) }

/// How much of a task is done; without `.value`, that it goes on.
public func progress<C: HTML>(
  _ attributes: Attribute<Tags.Progress>..., @HTMLBuilder content: () -> C
) -> Element<Tags.Progress, C> { Element("progress", attributes, content()) }

/// A value worked out from others.
public func output<C: HTML>(
  _ attributes: Attribute<Plain>..., @HTMLBuilder content: () -> C
) -> Element<Plain, C> { Element("output", attributes, content()) }
