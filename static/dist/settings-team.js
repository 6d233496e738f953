import{a as e,f as a,k as t,m as s,n as i,p as n,v as l}from"./settings.js";import{D as m,I as o,P as r,ba as c,fa as g,q as d,t as u,va as _}from"./app.js";function v({me:v,call:b,changed:$,say:p,failed:f,ask:h,onSeen:w}){let y=n(async()=>{let[e,a]=await Promise.all([b("GET","/agents?limit=200"),b("GET","/agents/invitations")]);return{agents:e.items,invitations:a.items}},$);w(({id:e,online:a,availability:t,presence:s})=>{let i=y.value?.agents.find(a=>a.id===e);i&&(Object.assign(i,{online:a,availability:t??i.availability,presence:s??i.presence}),$())});let k="owner"===v.agent.role,O={email:"",name:"",role:"agent",wrong:"",busy:!1},j={made:null},x=(k?["owner","admin","agent"]:["admin","agent"]).map(e=>({value:e,label:o(`settings_team.role_${e}`)})),{change:E,disable:P,takeBack:T,invite:B}=function({say:e,failed:a,ask:t,call:s,loaded:n,draft:m,at:r,changed:c}){let g=t=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[t.code];s?e(o(s),{bad:!0}):a(t)},d=async(a,i,m)=>{try{let n=await l(t,e=>s("PATCH",`/agents/${a.id}`,{...i,...e}));n&&(Object.assign(a,n),e(m))}catch(e){g(e)}await n.load()};return{change:d,disable:async e=>{await t({title:o("settings_team.disable_ask",{name:e.name}),text:o("settings_team.disable_means"),confirm:o("settings_team.disable")})&&await d(e,{active:!1},o("settings_team.is_disabled",{name:e.name}))},takeBack:async t=>{try{await s("DELETE",`/agents/invitations/${t.id}`,{}),r.made?.id===t.id&&(r.made=null),e(o("settings_team.taken_back",{email:t.email}))}catch(e){a(e)}await n.load()},invite:async e=>{if(e.preventDefault(),!m.busy){if(m.wrong=i(m.email.trim())?"":"settings_team.email_odd",!m.wrong){m.busy=!0;try{let e={email:m.email.trim(),name:m.name.trim(),role:m.role},a=await l(t,a=>s("POST","/agents/invitations",{...e,...a}));a&&(r.made=a,Object.assign(m,{email:"",name:"",role:"agent"}),await n.load())}catch(e){g(e)}m.busy=!1}c()}}}}({say:p,failed:f,ask:h,call:b,loaded:y,draft:O,at:j,changed:$}),{row:D,invited:q}=function({me:t,isOwner:s,roles:i,change:n,disable:l,takeBack:m}){return{row:e=>{let m=e.id===t.agent.id,c=!m&&(s||"owner"!==e.role),g=m?t.agent.availability:_(e);return d`<li class="thing ${e.active?"":"off"}" data-agent=${e.email}>
${r(e)}
<div class="thing-what">
<span class="thing-name"
>${e.name}${m?d`<span class="chip">${o("common.you")}</span>`:u}${e.active?u:d`<span class="chip">${o("settings_team.disabled")}</span>`}</span
>
<span class="thing-about"
>${e.email} ·
${e.active?o(`agent.state_${g}`):o("settings_team.no_access")}</span
>
</div>
<div class="thing-does">
${c&&e.active?d`${a(`role-${e.id}`,i,e.role,a=>n(e,{role:a},o("settings_team.role_changed",{name:e.name,role:o(`settings_team.role_${a}`)})),o("settings_team.role_of",{name:e.name}))}
<button type="button" class="button quiet" @click=${()=>l(e)}>${o("settings_team.disable")}</button>`:d`<span class="thing-about">${o(`settings_team.role_${e.role}`)}</span>${c?d`<button type="button" class="button" @click=${()=>n(e,{active:!0},o("settings_team.is_enabled",{name:e.name}))}>
${o("settings_team.enable")}
</button>`:u}`}
</div>
</li>`},invited:a=>0===a.length?u:d`<ul class="things">
${a.map(a=>d`<li class="thing">
<span class="thing-mark">${e("user")}</span>
<div class="thing-what">
<span class="thing-name">${a.name||a.email}<span class="chip">${o("settings_team.invited")}</span></span>
<span class="thing-about" title=${g(a.expires_at)}
>${a.name?`${a.email} · `:""}${o(`settings_team.role_${a.role}`)} ·
${o("settings_team.until",{time:c(a.expires_at,Date.now())})}</span
>
</div>
<div class="thing-does">
<button type="button" class="button quiet" @click=${()=>m(a)}>${o("settings_team.take_back")}</button>
</div>
</li>`)}
</ul>`}}({me:v,isOwner:k,roles:x,change:E,disable:P,takeBack:T});return{start:y.load,body:()=>y.view(({agents:e,invitations:i})=>{let n=e.filter(e=>e.active).length,l=v.seats.allowed;return d`${t(o("settings_team.seats",{used:n,allowed:l}),d`<progress class="seats" max=${l} value=${n} aria-label=${o("settings_team.seats_name")}></progress>`,o("settings_team.seats_intro"))}
${t(o("settings_team.members"),d`<ul class="things">${e.map(D)}</ul>`,o("settings_team.roles_intro"))}
${t(o("settings_team.invite"),d`<form class="set-stack" novalidate @submit=${B}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="invite-email">${o("settings_team.email")}</label></div>
<input
id="invite-email"
class="input"
type="email"
inputmode="email"
autocomplete="off"
aria-invalid=${O.wrong?"true":u}
aria-describedby="invite-wrong"
.value=${m(O.email)}
@input=${e=>Object.assign(O,{email:e.target.value,wrong:""})}
/>
<p class="field-error" id="invite-wrong" role="alert">${O.wrong?o(O.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="invite-name">${o("settings_team.name")}</label></div>
<input
id="invite-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${m(O.name)}
@input=${e=>Object.assign(O,{name:e.target.value})}
/>
</div>
</div>
<div class="set-actions">
${a("invite-role",x.filter(e=>"owner"!==e.value),O.role,e=>Object.assign(O,{role:e}),o("settings_team.role"))}
<button class="button primary" type="submit" aria-busy=${O.busy}>${o("settings_team.make_link")}</button>
</div>
</form>
${j.made?d`<div class="once" role="status">
<strong>${o("settings_team.link_for",{email:j.made.email})}</strong>
${s(j.made.url,void 0,o("settings_team.link_for",{email:j.made.email}))}
<p class="field-hint">${o("settings_team.link_once")}</p>
</div>`:u}
${q(i)}`,o("settings_team.invite_intro"))}`})}}export{v as teamPage};
