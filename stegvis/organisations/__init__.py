"""Who works here: users, associations, agencies, units and memberships with roles.

Main words: association (samordningsförbund), agency (myndighet), unit (enhet), membership,
role, permission, standing. A role is data: a description and its permissions.
It must never know a programme, nor a person in one.
"""
