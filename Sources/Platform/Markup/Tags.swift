/// The elements that carry the attributes common to all and none of their own.
public enum Plain {}

/// Names for the elements with attributes of their own; no value of these types exists.
public enum Tags {
  /// The element `a`.
  public enum A: Linking {}
  /// The element `link`.
  public enum Link: Linking {}
  /// The element `meta`.
  public enum Meta: Named {}
  /// The element `script`.
  public enum Script: Sourced {}
  /// The element `img`.
  public enum Image: Sourced, Sized {}
  /// The element `details`.
  public enum Details {}
  /// The element `abbr`.
  public enum Abbreviation {}
  /// The element `time`.
  public enum Time {}
  /// The element `ol`.
  public enum OrderedList {}
  /// The element `th`.
  public enum HeaderCell: Spanning {}
  /// The element `td`.
  public enum Cell: Spanning {}
  /// The element `form`.
  public enum Form: Completed {}
  /// The element `label`.
  public enum Label {}
  /// The element `input`.
  public enum Input: Named, Valued, Switched, Required, Completed, Limited {}
  /// The element `textarea`.
  public enum TextArea: Named, Switched, Required, Completed, Limited {}
  /// The element `select`.
  public enum Select: Named, Switched, Required, Completed {}
  /// The element `optgroup`.
  public enum OptionGroup: Switched {}
  /// The element `option`.
  public enum Option: Valued, Switched {}
  /// The element `fieldset`.
  public enum FieldSet: Named, Switched {}
  /// The element `button`.
  public enum Button: Named, Valued, Switched {}
  /// The element `progress`.
  public enum Progress: Valued {}
  /// The elements `svg`, `symbol` and `pattern`.
  public enum Drawing: Sized, Placed {}
  /// The shapes and texts of a drawing.
  public enum Shape: Sized, Placed {}
}

/// Elements that point to another document.
public protocol Linking {}
/// Elements filled from a file.
public protocol Sourced {}
/// Elements with a name, of a field or of a fact.
public protocol Named {}
/// Elements with a value.
public protocol Valued {}
/// Elements that can be switched off.
public protocol Switched {}
/// Fields that can be required.
public protocol Required {}
/// Fields the browser may fill in.
public protocol Completed {}
/// Fields with a limit of characters.
public protocol Limited {}
/// Cells that reach over others.
public protocol Spanning {}
/// Elements with a width and a height.
public protocol Sized {}
/// Elements placed in a drawing.
public protocol Placed {}
