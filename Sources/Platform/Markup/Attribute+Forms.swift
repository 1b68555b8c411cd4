extension Attribute where Tag: Named {
  /// The name of the field or fact.
  public static func name(_ name: String) -> Attribute { Attribute("name", name) }
}

extension Attribute where Tag: Valued {
  /// The value.
  public static func value(_ value: String) -> Attribute { Attribute("value", value) }
}

extension Attribute where Tag: Switched {
  /// Switched off, and not sent.
  public static var disabled: Attribute { Attribute("disabled", nil) }
}

extension Attribute where Tag: Required {
  /// Must be filled in.
  public static var required: Attribute { Attribute("required", nil) }
}

extension Attribute where Tag: Completed {
  /// What the browser may fill in: `off`, `email`, `current-password`, `one-time-code`.
  public static func autocomplete(_ purpose: String) -> Attribute {
    Attribute("autocomplete", purpose)
  }
}

extension Attribute where Tag: Limited {
  /// The most characters the field takes.
  public static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
  /// Whether the browser marks spelling.
  public static func spellcheck(_ isOn: Bool) -> Attribute {
    Attribute("spellcheck", isOn ? "true" : "false")
  }
  /// Shown and sent, but not to be changed.
  public static var readonly: Attribute { Attribute("readonly", nil) }
}

extension Attribute where Tag == Tags.Form {
  /// How the form is sent.
  public static func method(_ method: FormMethod) -> Attribute {
    Attribute("method", method.rawValue)
  }
  /// Where the form is sent.
  public static func action(_ path: String) -> Attribute { Attribute("action", path) }
  /// How the fields are packed: `multipart/form-data` for forms with files.
  public static func enctype(_ type: String) -> Attribute { Attribute("enctype", type) }
  /// The server checks, in its own words.
  public static var novalidate: Attribute { Attribute("novalidate", nil) }
}

extension Attribute where Tag == Tags.Label {
  /// The id of the field that is named.
  public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
}

extension Attribute where Tag == Tags.Input {
  /// What kind of field.
  public static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
  /// Ticked or chosen.
  public static var checked: Attribute { Attribute("checked", nil) }
  /// Which keys a telephone shows: `numeric`, `decimal`, `tel`.
  public static func inputmode(_ mode: String) -> Attribute { Attribute("inputmode", mode) }
  /// The kinds of file offered: `.csv,.gz,.zip`.
  public static func accept(_ kinds: String) -> Attribute { Attribute("accept", kinds) }
  /// Several files at once.
  public static var multiple: Attribute { Attribute("multiple", nil) }
}

extension Attribute where Tag == Tags.TextArea {
  /// How many lines are seen at once.
  public static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
}

extension Attribute where Tag == Tags.OptionGroup {
  /// The name of the group.
  public static func label(_ name: String) -> Attribute { Attribute("label", name) }
}

extension Attribute where Tag == Tags.Option {
  /// Chosen.
  public static var selected: Attribute { Attribute("selected", nil) }
}

extension Attribute where Tag == Tags.Button {
  /// What the button does.
  public static func type(_ type: ButtonType) -> Attribute { Attribute("type", type.rawValue) }
  /// Where the form is sent by this button.
  public static func formaction(_ path: String) -> Attribute { Attribute("formaction", path) }
}

extension Attribute where Tag == Tags.Progress {
  /// The value at which the task is done.
  public static func max(_ value: String) -> Attribute { Attribute("max", value) }
}

/// How a form is sent.
public enum FormMethod: String, Sendable {
  /// In the address: for searches and filters.
  case get
  /// In the body: for changes.
  case post
}

/// Kinds of `input`.
public enum InputType: String, Sendable {
  /// One line of text.
  case text
  /// Text that is not shown.
  case password
  /// An address of e-mail.
  case email
  /// A telephone number.
  case tel
  /// Words to look for.
  case search
  /// A value that is sent and not shown.
  case hidden
  /// A box to tick.
  case checkbox
  /// One of several choices.
  case radio
  /// A file.
  case file
}

/// What a button does.
public enum ButtonType: String, Sendable {
  /// Sends its form.
  case submit
  /// Nothing by itself; a script may listen.
  case button
}
