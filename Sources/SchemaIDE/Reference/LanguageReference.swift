/// The manual of the schema language as data: what each word means, with an example and since when.
///
/// Hover, signature help and completion show the same pages. What the databases can do is asked of
/// `SchemaModel`, so that a page can't claim what a rule refuses; the words are here, one file a group.
public enum LanguageReference {}
