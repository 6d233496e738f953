import{a as t,k as e,m as s,p as a,v as n}from"./settings.js";import{D as i,I as o,_ as l,fa as m,q as d,t as g}from"./app.js";function r({me:r,call:c,changed:k,say:_,failed:u,ask:p}){let $="agent"!==r.agent.role,v=a(async()=>{let[t,e]=await Promise.all([c("GET","/tokens"),$?c("GET","/agents?limit=200"):{items:[]}]),s=new Map(e.items.map(t=>[t.id,t.name]));return t.items.filter(t=>!t.revoked_at).map(t=>({...t,agent:t.agent_id===r.agent.id?null:s.get(t.agent_id)??t.agent_id}))},k),f={name:"",busy:!1},b={made:null},{create:h,revoke:y}=function({draft:t,ask:e,call:s,at:a,loaded:i,failed:l,changed:m,say:d}){return{create:async o=>{if(o.preventDefault(),!t.busy&&t.name.trim()){t.busy=!0;try{let o=t.name.trim(),l=await n(e,t=>s("POST","/tokens",{name:o,...t}));l&&(a.made=l,t.name="",await i.load())}catch(t){l(t)}t.busy=!1,m()}},revoke:async t=>{if(await e({title:o("settings_tokens.revoke_ask",{name:t.name}),text:o("settings_tokens.revoke_means"),confirm:o("settings_tokens.revoke")})){try{await s("DELETE",`/tokens/${t.id}`,{}),d(o("settings_tokens.revoked",{name:t.name}))}catch(t){l(t)}await i.load()}}}}({draft:f,ask:p,call:c,at:b,loaded:v,failed:u,changed:k,say:_});return{start:v.load,body:()=>d`${e(o("settings_tokens.new"),d`<form class="set-stack" @submit=${h}>
<div class="set-field">
<div class="set-label"><label for="token-name">${o("settings_tokens.name")}</label></div>
<div class="set-box">
<input
id="token-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${i(f.name)}
@input=${t=>{f.name=t.target.value,k()}}
/><button class="button primary" type="submit" ?disabled=${!f.name.trim()} aria-busy=${f.busy}>${o("settings_tokens.make")}</button>
</div>
<p class="field-hint">${o("settings_tokens.name_hint")}</p>
</div>
</form>
${b.made?d`<div class="once" role="status">
<strong>${o("settings_tokens.made",{name:b.made.name})}</strong>
${s(b.made.token,void 0,o("settings_tokens.made",{name:b.made.name}))}
<p class="field-hint">${o("settings_tokens.once")}</p>
</div>`:g}`,d`${o("settings_tokens.intro")} <a href="/docs">${o("settings_tokens.docs")}</a>`)}
${v.view(s=>e(o("settings_tokens.list"),0===s.length?d`<p class="nothing-yet">${o("settings_tokens.none")}</p>`:d`<ul class="things">
${s.map(e=>d`<li class="thing">
<span class="thing-mark">${t("code")}</span>
<div class="thing-what">
<span class="thing-name">${e.name}${e.agent?d`<span class="chip">${e.agent}</span>`:g}</span>
<span class="thing-about"
>${[e.last_used_at?o("settings_tokens.used",{time:l(e.last_used_at,Date.now())}):o("settings_tokens.unused"),o("settings_tokens.since",{time:m(e.created_at)}),o(Date.parse(e.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:m(e.expires_at)})].join(" · ")}</span
>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${o("settings_tokens.revoke_one",{name:e.name})} @click=${()=>y(e)}>${o("settings_tokens.revoke")}</button>
</div>
</li>`)}
</ul>`,o($?"settings_tokens.list_all":"settings_tokens.list_own")))}`}}export{r as tokensPage};
