variable "vpc" {
  type = string
}

variable "subnet" {
  type = string
}

variable "target_group" {
  type = string
}

variable "orders_password" {
  type      = string
  sensitive = true
}
