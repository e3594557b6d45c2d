/// The name of a progress, an integer or a string like the id of a request.
public typealias ProgressToken = RequestID
