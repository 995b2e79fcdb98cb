@_exported public import WaybillJSON
