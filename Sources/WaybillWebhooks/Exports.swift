@_exported public import WaybillRuntime
@_exported public import WaybillSigning
